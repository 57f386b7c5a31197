import type { CivilComment } from '../../contract/moderation';
import { sitePath } from '../api/site-path';
import { isSeen } from '../live/is-seen';
import type { Workplace } from '../workplace';
import { GoodOnes } from './good-ones';
import { ShiftClock } from './shift-clock';
import { uncoverByPointer } from './uncover';

const tellEveryMilliseconds = 15_000;
const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/** What makes a long shift bearable, of one person in this tab. */
export class ComfortDesk {
  readonly clock: ShiftClock;
  readonly goodOnes: GoodOnes;

  constructor(
    private readonly workplace: Workplace,
    readerId: string,
  ) {
    const { api, queue } = workplace;
    this.clock = new ShiftClock(readerId, sessionStorage);
    this.goodOnes = new GoodOnes(
      () => api.ask<CivilComment[]>('GET', `${sitePath(workplace.siteKey)}/civil-comments`),
      () => queue.store.getState().focusedId,
    );
  }

  /** Call what it returns when they leave. */
  begin(): () => void {
    const { workplace, clock, goodOnes } = this;
    const { api, acts, queue, session, places, preferences } = workplace;
    const active = (): void => {
      if (isSeen(session)) clock.noteActivity();
    };
    for (const sign of signs) document.addEventListener(sign, active, { passive: true, capture: true });
    api.onDecided = (commentId) => clock.noteDecided(commentId);
    const timer = setInterval(() => clock.tell(), tellEveryMilliseconds);
    const ends = [
      acts.store.subscribe(({ news }, { news: before }) => {
        if (news !== null && news !== before && preferences.store.getState().civil) goodOnes.note(news);
      }),
      queue.store.subscribe(({ focusedId }) => goodOnes.noteFocus(focusedId)),
      places.store.subscribe(({ place }, { place: before }) => {
        if (place?.siteKey !== before?.siteKey) goodOnes.reset();
      }),
      uncoverByPointer(),
    ];
    return () => {
      for (const sign of signs) document.removeEventListener(sign, active, { capture: true });
      api.onDecided = null;
      clearInterval(timer);
      for (const end of ends) end();
    };
  }
}

const desks = new WeakMap<Workplace, { readerId: string; desk: ComfortDesk }>();

/** The one of whoever is signed in. */
export function deskOf(workplace: Workplace): ComfortDesk {
  const readerId = workplace.session.store.getState().me?.reader.id ?? '';
  const known = desks.get(workplace);
  if (known?.readerId === readerId) return known.desk;
  const desk = new ComfortDesk(workplace, readerId);
  desks.set(workplace, { readerId, desk });
  return desk;
}
