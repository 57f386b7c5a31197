import type { Wording } from '../catalogues/wording';
import { type FrameModel, shownConversation } from './frame-model';

const secondsOfMinutes = 90;

/** Until the reader may post; 0 is at once. */
export function waitSeconds({ screen, session }: Pick<FrameModel, 'screen' | 'session'>, now = Date.now()): number {
  const { slowSeconds } = shownConversation(screen.get()).state;
  const { mayPostAt } = session.get();
  return slowSeconds === undefined || mayPostAt === null ? 0 : Math.max(0, Math.ceil((mayPostAt - now) / 1_000));
}

export function slowModeText(seconds: number, wording: Wording): string {
  const { mayPostInSeconds, mayPostInMinutes } = wording.texts;
  return seconds > secondsOfMinutes ? wording.plural(mayPostInMinutes, Math.ceil(seconds / 60)) : wording.plural(mayPostInSeconds, seconds);
}
