import { Places } from './places';

let history: { state: unknown; pushState: jest.Mock; replaceState: jest.Mock; back: jest.Mock };
let places: Places;

beforeEach(() => {
  history = { state: null, pushState: jest.fn(), replaceState: jest.fn(), back: jest.fn() };
  places = new Places('/console/sites/news/readers/anna', history);
});

describe('the way back', () => {
  const lookUp = { siteKey: 'news', page: 'readers' } as const;

  it('is the browser’s for who came from another place of the console', () => {
    places.go({ siteKey: 'news', page: 'readers', id: 'bert' });
    history.state = history.pushState.mock.calls[0][0];
    places.goBack(lookUp);
    expect([history.back.mock.calls.length, places.store.getState().place?.id]).toEqual([1, 'bert']);
  });

  it('leads elsewhere for who came from outside', () => {
    places.goBack(lookUp);
    expect([history.back.mock.calls.length, places.store.getState().place]).toEqual([0, lookUp]);
  });
});
