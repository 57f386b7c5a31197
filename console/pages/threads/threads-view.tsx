import { Button, TextInput } from '@mantine/core';
import { type MouseEvent, type ReactNode, useEffect } from 'react';
import { useStore } from 'zustand';
import type { ThreadInConsole } from '../../../contract/thread-settings';
import { filled } from '../../catalogues/wording';
import { pathOf } from '../../places/place';
import { PageFrame } from '../../view/page-frame';
import { PageSkeleton } from '../../view/skeletons';
import { useNow } from '../../view/use-now';
import { useWording } from '../../view/wording-context';
import type { Workplace } from '../../workplace';
import { listActions } from './page-actions';
import { problemText } from './problem';
import { texts } from './texts';
import { deskOf } from './threads-desk';

export function ThreadsView({ workplace, siteKey }: { workplace: Workplace; siteKey: string }): ReactNode {
  const words = texts[useWording().language];
  // Another person has another list.
  useStore(workplace.session.store);
  const list = deskOf(workplace).list(siteKey);
  const { phase, text, threads, nextCursor, problem } = useStore(list.store);
  useEffect(() => void list.load(), [list]);
  useEffect(() => workplace.offer(listActions), [workplace]);
  return (
    <PageFrame title={words.title}>
      <TextInput
        data-search
        className="thread-search"
        type="search"
        label={words.search}
        value={text}
        autoComplete="off"
        onChange={({ currentTarget }) => list.search(currentTarget.value)}
      />
      <p className="problem" role="alert">
        {problem && problemText(problem, words)}
      </p>
      {phase === 'loading' ? (
        <PageSkeleton label={words.loading} />
      ) : (
        <>
          {threads.length === 0 && problem === null && <p role="status">{text === '' ? words.none : words.nothing}</p>}
          <ol className="threads" aria-label={words.list}>
            {threads.map((thread) => (
              <ThreadRow key={thread.id} workplace={workplace} siteKey={siteKey} thread={thread} />
            ))}
          </ol>
          {nextCursor !== null && (
            <Button variant="default" onClick={() => void list.loadMore()}>
              {words.more}
            </Button>
          )}
        </>
      )}
    </PageFrame>
  );
}

interface ThreadRowProps {
  workplace: Workplace;
  siteKey: string;
  thread: ThreadInConsole;
}

function ThreadRow({ workplace, siteKey, thread }: ThreadRowProps): ReactNode {
  const wording = useWording();
  const words = texts[wording.language];
  const now = useNow();
  const place = { siteKey, page: 'threads' as const, id: thread.id };
  const follow = (event: MouseEvent): void => {
    // Another tab or window is the browser's to open.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    workplace.places.go(place);
  };
  const facts = [
    words.modes[thread.mode],
    thread.slowSeconds !== null && words.slow,
    wording.plural(words.comments, thread.commentCount),
    thread.heldCount > 0 && wording.plural(words.held, thread.heldCount),
    thread.pickCount > 0 && wording.plural(words.picks, thread.pickCount),
    filled(words.active, { time: wording.ago(thread.activeAt, now) }),
  ];
  return (
    <li>
      <a data-thread href={pathOf(place)} onClick={follow} dir="auto">
        {thread.title}
      </a>
      <p className="quiet">{facts.filter(Boolean).join(' · ')}</p>
    </li>
  );
}
