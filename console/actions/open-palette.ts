import { type Action, always } from './action';

export const openPalette: Action = {
  id: 'openPalette',
  key: 'mod+k',
  isPossible: always,
  perform: (workplace) => workplace.show('palette'),
};
