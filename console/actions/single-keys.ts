import type { FrameAction } from './action';

const switching = (id: FrameAction['id'], singleKeys: boolean): FrameAction => ({
  id,
  isPossible: ({ preferences }) => preferences.store.getState().singleKeys !== singleKeys,
  perform: ({ preferences }) => preferences.choose({ singleKeys }),
});

export const singleKeysOn = switching('singleKeysOn', true);
export const singleKeysOff = switching('singleKeysOff', false);
