import type { Workplace } from '../workplace';
import { isSeen } from './is-seen';
import { QueueChannel } from './queue-channel';

const lookEveryMilliseconds = 10_000;

/** Keeps what is shown up to date while somebody can see it: by the channel, and by looking now and then while there is none. */
export function keepUpToDate(workplace: Workplace): void {
  const { session, places, queue, readers } = workplace;
  const look = (): void => {
    if (!isSeen(session)) return;
    if (places.isAt('held')) void queue.refresh();
    else workplace.look?.();
    if (workplace.author !== undefined) readers.lookAgain();
  };
  const channel = new QueueChannel(location.origin, look);
  const watch = (): void => {
    const siteKey = places.store.getState().place?.siteKey;
    const site = session.sites.find(({ key }) => key === siteKey);
    channel.watch(session.store.getState().phase === 'signedIn' ? (site?.id ?? null) : null);
  };
  session.store.subscribe(watch);
  places.store.subscribe(({ place }, { place: before }) => {
    watch();
    if (before !== undefined && before.page !== place?.page) look();
  });
  document.addEventListener('visibilitychange', look);
  setInterval(() => {
    if (!channel.isWatching) look();
  }, lookEveryMilliseconds);
}
