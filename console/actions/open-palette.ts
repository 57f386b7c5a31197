import { always, type FrameAction } from './action';

export const openPalette: FrameAction = {
  id: 'openPalette',
  key: 'mod+k',
  isPossible: always,
  perform: (workplace) => workplace.show('palette'),
};
