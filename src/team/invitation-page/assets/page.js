const about = document.getElementById('about');
const form = document.getElementById('form');
const refusal = document.getElementById('refusal');
const done = document.getElementById('done');
const token = location.hash.slice(1);
const noAnswer = 'The service did not answer. Nothing is lost: try again.';
const roles = { staff: 'a member of the staff', moderator: 'a moderator', editor: 'an editor' };

function ask(path, body) {
  return fetch(`/api/v1/console/invitations/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, ...body }),
  });
}

async function look() {
  const answer = await ask('look');
  const told = await answer.json();
  if (!answer.ok) {
    about.textContent = told.detail;
    about.className = 'refusal';
    return;
  }
  about.textContent = `You are invited to be ${roles[told.role]} of ${told.siteName}.`;
  document.getElementById('email').value = told.email;
  form.hidden = false;
}

if (token === '') about.textContent = 'This address is not whole: copy the link with everything after the #.';
else
  look().catch(() => {
    about.textContent = noAnswer;
  });

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  refusal.hidden = true;
  const button = form.querySelector('button');
  button.disabled = true;
  try {
    const { name, password } = Object.fromEntries(new FormData(form));
    const answer = await ask('accept', name.trim() === '' ? { password } : { name, password });
    if (!answer.ok) {
      refusal.textContent = (await answer.json()).detail;
      refusal.hidden = false;
      return;
    }
    history.replaceState(null, '', location.pathname);
    about.hidden = true;
    form.hidden = true;
    done.hidden = false;
    done.focus();
  } catch {
    refusal.textContent = noAnswer;
    refusal.hidden = false;
  } finally {
    button.disabled = false;
  }
});
