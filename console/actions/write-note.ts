import type { FrameAction } from './action';

/** On the author of what is in focus. */
export const writeNote: FrameAction = {
  id: 'writeNote',
  key: 'n',
  page: 'held',
  isPossible: ({ author }) => author !== undefined,
  perform: (workplace) => workplace.show('note'),
};
