import { PreferencesStore } from './preferences';

const first = { colours: 'auto', language: 'en', singleKeys: true, blur: false, civil: false, breaks: true };

function storage(kept: Record<string, string> = {}) {
  return {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => {
      kept[key] = value;
    },
  };
}

describe('preferences', () => {
  it.each([
    [['de-AT', 'en'], 'de'],
    [['fr', 'de', 'en'], 'de'],
    [['fr'], 'en'],
  ])('begin with what the browser says: of %p, %s', (spoken, language) => {
    expect(new PreferencesStore(storage(), spoken).store.getState()).toEqual({ ...first, language });
  });

  it('are kept in the browser', () => {
    const browser = storage();
    new PreferencesStore(browser, []).choose({ colours: 'dark', singleKeys: false, blur: true });
    expect(new PreferencesStore(browser, ['de']).store.getState()).toEqual({ ...first, colours: 'dark', singleKeys: false, blur: true });
  });

  it.each(['{', 'null', '[]', '{"colours":"pink","language":"tlh","singleKeys":1,"blur":"yes"}'])('are not taken from %s', (kept) => {
    const preferences = new PreferencesStore(storage({ 'parley-console': kept }), []);
    expect(preferences.store.getState()).toEqual(first);
  });

  it('count without a storage too', () => {
    const refuse = () => {
      throw new Error('refused');
    };
    const preferences = new PreferencesStore({ getItem: refuse, setItem: refuse }, []);
    preferences.choose({ colours: 'light' });
    expect(preferences.store.getState().colours).toBe('light');
  });
});
