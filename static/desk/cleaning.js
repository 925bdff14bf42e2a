// Asks the server what of a pasted source its reader saw. Answers with what the address says; throws where it does not.
export async function cleaned(address, html, form) {
  const answer = await fetch(address, {
    method: "POST", body: new URLSearchParams({ html, csrfmiddlewaretoken: form.elements.csrfmiddlewaretoken.value }),
  });
  if (!answer.ok || answer.redirected) throw new Error(answer.statusText);
  return answer.json();
}
