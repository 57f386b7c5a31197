import type { Acts } from '../queue/acts';
import type { Workplace } from '../workplace';

interface ReaderDesk extends Pick<Workplace, 'api' | 'session' | 'readers' | 'reasons' | 'drafts'> {
  acts: Pick<Acts, 'tell' | 'add' | 'forget' | 'forgetAll' | 'follow'>;
}

/** What it takes to do something about a reader: it is told, and taken back, on the page where it was done. */
export function deskOf({ api, session, readers, reasons, drafts, acts, attention }: Workplace): ReaderDesk {
  const there = attention?.acts ?? acts;
  return {
    api,
    session,
    readers,
    reasons,
    drafts,
    acts: {
      tell: (news) => there.tell(news),
      add: (act) => there.add(act),
      forget: (act) => there.forget(act),
      forgetAll: () => there.forgetAll(),
      follow: (sending) => acts.follow(sending),
    },
  };
}
