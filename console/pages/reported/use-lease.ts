import { useEffect } from 'react';
import { isSeen } from '../../live/is-seen';
import type { HeldQueue } from '../../queue/held-queue';
import { Leases } from '../../queue/leases';
import { isDecidable } from '../../queue/trouble';
import type { Workplace } from '../../workplace';

/** Well within the time that a lease lasts. */
const renewEveryMilliseconds = 45_000;

/** The comment in focus is kept for whoever looks at it, as long as they see the page. */
export function useLease({ api, session }: Workplace, queue: HeldQueue): void {
  useEffect(() => {
    const leases = new Leases(api, queue);
    const settle = (): void => {
      const { focused } = queue;
      const isOurs = focused !== undefined && isDecidable(focused.trouble) && queue.keeperOf(focused) === null;
      leases.want(isOurs && isSeen(session) ? focused.comment.id : null);
    };
    settle();
    const timer = setInterval(() => {
      settle();
      void leases.renew();
    }, renewEveryMilliseconds);
    document.addEventListener('visibilitychange', settle);
    const stops = [queue.store.subscribe(settle), session.store.subscribe(settle)];
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', settle);
      for (const stop of stops) stop();
      leases.want(null);
    };
  }, [api, session, queue]);
}
