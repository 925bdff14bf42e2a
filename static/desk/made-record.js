// A record was made in a window that a picker opened: the form there is told which, and this window has done its part.

const { action, value, obj } = JSON.parse(document.currentScript.dataset.made);
if (window.opener && !action) {
  window.opener.postMessage({ madeRecord: { id: value, name: obj } }, window.location.origin);
  window.close();
}
