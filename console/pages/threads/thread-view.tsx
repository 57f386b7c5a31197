import { Button } from '@mantine/core';
import { type ReactNode, useCallback, useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { ThreadInConsole } from '../../../contract/thread-settings';
import type { Place } from '../../places/place';
import { PageFrame } from '../../view/page-frame';
import { PageSkeleton } from '../../view/skeletons';
import { useWording } from '../../view/wording-context';
import type { Workplace } from '../../workplace';
import { useMayEdit } from '../use-may-edit';
import { CommentsToPick } from './comments-to-pick';
import { anAction, movingIn, pickButtons, picking } from './page-actions';
import { problemText } from './problem';
import { SettingsForm } from './settings-form';
import { texts } from './texts';
import { ThreadComments } from './thread-comments';
import { deskOf } from './threads-desk';

interface ThreadViewProps {
  workplace: Workplace;
  place: Place;
  id: string;
}

/** One thread: what is set of it, and what is picked in it. */
export function ThreadView({ workplace, place, id }: ThreadViewProps): ReactNode {
  const words = texts[useWording().language];
  const mayEdit = useMayEdit(workplace);
  const { siteKey } = place;
  const threads = deskOf(workplace);
  const desk = threads.thread(siteKey, id);
  const comments = useMemo(() => new ThreadComments(threads.api, id), [threads, id]);
  const { thread, problem } = useStore(desk.store);
  const goBack = useCallback(() => workplace.places.go({ siteKey, page: 'threads' }), [workplace, siteKey]);
  useEffect(() => {
    void desk.load();
    void comments.show('picks');
  }, [desk, comments]);
  useEffect(
    () =>
      workplace.offer([
        anAction('save', { key: 'mod+s', isPossible: () => workplace.mayEdit && desk.mayBeSaved, perform: () => void desk.save() }),
        picking,
        ...movingIn(pickButtons),
        anAction('back', { key: 'l', isPossible: () => true, perform: goBack }),
      ]),
    [workplace, desk, goBack],
  );
  return (
    <PageFrame
      title={thread?.title ?? words.title}
      aside={
        <Button variant="default" size="xs" onClick={goBack}>
          {words.back}
        </Button>
      }
    >
      {thread === null ? <NotYet text={problem && problemText(problem, words)} label={words.loading} /> : <ThreadFacts thread={thread} />}
      {thread !== null && (
        <div className="thread-parts">
          <SettingsForm desk={desk} thread={thread} mayEdit={mayEdit} />
          <CommentsToPick comments={comments} mayEdit={mayEdit} />
        </div>
      )}
    </PageFrame>
  );
}

function NotYet({ text, label }: { text: string | null; label: string }): ReactNode {
  return text === null ? <PageSkeleton label={label} /> : <p role="alert">{text}</p>;
}

function ThreadFacts({ thread }: { thread: ThreadInConsole }): ReactNode {
  const wording = useWording();
  const words = texts[wording.language];
  const counts = [wording.plural(words.comments, thread.commentCount), wording.plural(words.held, thread.heldCount)];
  return (
    <p className="thread-facts">
      <span className="quiet">{counts.join(' · ')}</span>{' '}
      <a href={thread.url} target="_blank" rel="noopener noreferrer">
        {words.article} {words.newTab}
      </a>
    </p>
  );
}
