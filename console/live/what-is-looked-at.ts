import { isDecidable } from '../queue/trouble';
import type { Workplace } from '../workplace';
import { isSeen } from './is-seen';

/** Well within the time that a lease lasts. */
const renewEveryMilliseconds = 45_000;

/** Keeps the comment in focus for whoever looks at it, as long as they are at it and can see it. */
export function keepWhatIsLookedAt({ session, places, queue, leases }: Workplace): void {
  const settle = (): void => {
    const { focused } = queue;
    const isOurs = focused !== undefined && isDecidable(focused.trouble) && queue.keeperOf(focused) === null;
    leases.want(isOurs && places.isAt('held') && isSeen(session) ? focused.comment.id : null);
  };
  session.store.subscribe(settle);
  places.store.subscribe(settle);
  queue.store.subscribe(settle);
  // As the page closes too.
  document.addEventListener('visibilitychange', settle);
  setInterval(() => {
    settle();
    void leases.renew();
  }, renewEveryMilliseconds);
}
