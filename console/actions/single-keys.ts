import type { Action } from './action';

const switching = (id: Action['id'], singleKeys: boolean): Action => ({
  id,
  isPossible: ({ preferences }) => preferences.store.getState().singleKeys !== singleKeys,
  perform: ({ preferences }) => preferences.choose({ singleKeys }),
});

export const singleKeysOn = switching('singleKeysOn', true);
export const singleKeysOff = switching('singleKeysOff', false);
