import type { ColourScheme } from '../preferences/preferences';
import type { FrameAction } from './action';

const using = (id: FrameAction['id'], colours: ColourScheme): FrameAction => ({
  id,
  isPossible: ({ preferences }) => preferences.store.getState().colours !== colours,
  perform: ({ preferences }) => preferences.choose({ colours }),
});

export const systemColours = using('systemColours', 'auto');
export const lightColours = using('lightColours', 'light');
export const darkColours = using('darkColours', 'dark');
