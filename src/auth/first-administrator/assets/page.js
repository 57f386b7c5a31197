const form = document.getElementById('form');
const refusal = document.getElementById('refusal');
const done = document.getElementById('done');
const token = location.hash.slice(1);

function refuse(sentence) {
  refusal.textContent = sentence;
  refusal.hidden = false;
}

if (token === '') refuse('This address is not whole: copy the link from the terminal with everything after the #.');

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  refusal.hidden = true;
  const button = form.querySelector('button');
  button.disabled = true;
  try {
    const answer = await fetch('/api/v1/console/first-administrator', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token, ...Object.fromEntries(new FormData(form)) }),
    });
    if (!answer.ok) {
      refuse((await answer.json()).detail);
      return;
    }
    history.replaceState(null, '', location.pathname);
    form.hidden = true;
    done.hidden = false;
    done.focus();
  } catch {
    refuse('The service did not answer. Nothing is lost: try again.');
  } finally {
    button.disabled = false;
  }
});
