import { always, type FrameAction } from './action';

export const showHelp: FrameAction = {
  id: 'showHelp',
  key: '?',
  isPossible: always,
  perform: (workplace) => workplace.show('help'),
};
