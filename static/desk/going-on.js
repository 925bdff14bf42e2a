// Drafts are made in pieces, each a request: press "Go on" for the editor until all are made.
document.querySelector("[data-going-on]")?.requestSubmit();
