import type { ColourScheme } from '../preferences/preferences';
import type { Action } from './action';

const using = (id: Action['id'], colours: ColourScheme): Action => ({
  id,
  isPossible: ({ preferences }) => preferences.store.getState().colours !== colours,
  perform: ({ preferences }) => preferences.choose({ colours }),
});

export const systemColours = using('systemColours', 'auto');
export const lightColours = using('lightColours', 'light');
export const darkColours = using('darkColours', 'dark');
