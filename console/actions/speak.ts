import type { Language } from '../preferences/preferences';
import type { FrameAction } from './action';

const speaking = (id: FrameAction['id'], language: Language): FrameAction => ({
  id,
  isPossible: ({ preferences }) => preferences.store.getState().language !== language,
  perform: ({ preferences }) => preferences.choose({ language }),
});

export const speakEnglish = speaking('speakEnglish', 'en');
export const speakGerman = speaking('speakGerman', 'de');
