import { type Acts, isBad } from '../queue/acts';
import type { Workplace } from '../workplace';

interface ReaderDesk extends Pick<Workplace, 'api' | 'session' | 'readers' | 'reasons' | 'drafts'> {
  acts: Pick<Acts, 'tell' | 'add' | 'forget' | 'forgetAll' | 'follow'>;
}

/** What it takes to do something about a reader: it is told, and taken back, on the page where it was done, or wherever one is when it was not done. */
export function deskOf(workplace: Workplace): ReaderDesk {
  const { api, session, readers, reasons, drafts, acts, attention } = workplace;
  const there = attention?.acts ?? acts;
  const hasLeft = (): boolean => workplace.attention?.acts !== attention?.acts;
  return {
    api,
    session,
    readers,
    reasons,
    drafts,
    acts: {
      tell: (news) => (news !== null && isBad(news) && hasLeft() ? acts : there).tell(news),
      add: (act) => there.add(act),
      forget: (act) => there.forget(act),
      forgetAll: () => there.forgetAll(),
      follow: (sending) => acts.follow(sending),
    },
  };
}
