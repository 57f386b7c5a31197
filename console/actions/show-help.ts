import { type Action, always } from './action';

export const showHelp: Action = {
  id: 'showHelp',
  key: '?',
  isPossible: always,
  perform: (workplace) => workplace.show('help'),
};
