import type { Language } from '../preferences/preferences';
import type { Action } from './action';

const speaking = (id: Action['id'], language: Language): Action => ({
  id,
  isPossible: ({ preferences }) => preferences.store.getState().language !== language,
  perform: ({ preferences }) => preferences.choose({ language }),
});

export const speakEnglish = speaking('speakEnglish', 'en');
export const speakGerman = speaking('speakGerman', 'de');
