import { createRoot } from 'react-dom/client';
import { actionOf } from './actions/keys';
import { ConsoleApi } from './api/console-api';
import { loadCatalogue } from './catalogues/load-catalogue';
import { Spoken } from './catalogues/spoken';
import { keepUpToDate } from './live/arrivals';
import { keepWhatIsLookedAt } from './live/what-is-looked-at';
import '@mantine/core/styles/default-css-variables.layer.css';
import './styles/mantine.css';
import './styles/colours.css';
import './styles/console.css';
import './styles/held.css';
import { App } from './view/app';
import { bringKeyboardHome } from './view/use-keyboard-home';
import { Workplace } from './workplace';

const workplace = new Workplace(window, new ConsoleApi(), new Spoken(loadCatalogue));
const { session, acts, overlays, places, preferences, spoken } = workplace;

document.addEventListener('keydown', (event) => {
  // Held down, Enter presses one button: the question that comes up is for whoever has read it.
  if (event.repeat && event.key === 'Enter' && isPressed(event.target)) event.preventDefault();
  // Of what was to lie over the page, and does not.
  if (event.key === 'Escape' && document.querySelector('[role=dialog]') === null && overlays.getState().open !== null) workplace.show(null);
  const action = actionOf(event, workplace, isWritten(event.target));
  if (action === undefined) return;
  event.preventDefault();
  action.perform(workplace);
});
document.addEventListener('click', ({ detail, target }) => {
  // By pointer: the next press of the space bar is not for the button that was for what has gone by then.
  if (detail > 0 && target instanceof Element && target.closest('.decisions button, .news button') !== null)
    bringKeyboardHome(target.closest('main'));
});
window.addEventListener('popstate', () => places.follow(location.pathname));
window.addEventListener('beforeunload', (event) => {
  if (acts.store.getState().underWay > 0) event.preventDefault();
});
keepUpToDate(workplace);
keepWhatIsLookedAt(workplace);

void session.find();
const root = document.getElementById('console');
if (root === null) throw new Error('the page has no place for the console');
const place = createRoot(root);
void spoken.speak(preferences.store.getState().language).then(() => place.render(<App workplace={workplace} />));

function isPressed(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('button, a');
}

/** Whether letters typed there are text. */
function isWritten(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
}

// biome-ignore lint/complexity/noUselessEmptyExport: without an export the build takes this file for CommonJS, as the package is, and wraps every module it imports
export {};
