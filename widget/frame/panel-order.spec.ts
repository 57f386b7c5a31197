import { Store } from '../store/store';
import { isInboxCovered, keepInFront, type PanelName, type Panels, takePlace } from './panel-order';

const names: readonly PanelName[] = ['inbox', 'mine', 'people', 'profile'];
const something = {};

function panelsWith(...open: PanelName[]) {
  const stores = Object.fromEntries(names.map((name) => [name, new Store<object | null>(null)])) as Record<PanelName, Store<object | null>>;
  const panels = stores as unknown as Panels;
  keepInFront(panels);
  for (const name of open) stores[name].set(something);
  const opened = () => names.filter((name) => stores[name].get() !== null);
  return { stores, panels, opened };
}

describe('the panels of a reader', () => {
  it.each<{ open: PanelName[]; opens: PanelName; left: PanelName[] }>([
    { open: ['profile'], opens: 'mine', left: ['mine'] },
    { open: ['people', 'profile'], opens: 'mine', left: ['mine'] },
    { open: ['mine'], opens: 'people', left: ['people'] },
    { open: ['inbox'], opens: 'mine', left: ['inbox', 'mine'] },
    { open: ['inbox', 'profile'], opens: 'people', left: ['inbox', 'people'] },
    { open: ['inbox', 'mine'], opens: 'profile', left: ['inbox', 'mine', 'profile'] },
  ])('are $left where $opens is opened with $open', ({ open, opens, left }) => {
    const { stores, opened } = panelsWith(...open);
    stores[opens].set(something);
    expect(opened()).toEqual(left);
  });

  it('make room for the inbox, which is behind them all', () => {
    const { panels, opened } = panelsWith('inbox', 'mine', 'profile');
    expect(isInboxCovered(panels)).toBe(true);
    takePlace(panels, 'inbox');
    expect(opened()).toEqual(['inbox']);
    expect(isInboxCovered(panels)).toBe(false);
  });

  it('stay as they are while one of them only changes', () => {
    const { stores, opened } = panelsWith('people', 'profile');
    stores.people.set({});
    expect(opened()).toEqual(['people', 'profile']);
  });
});
