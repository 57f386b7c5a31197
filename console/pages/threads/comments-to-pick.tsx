import { Button, NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { PublishedComment } from '../../../contract/conversation';
import { filled } from '../../catalogues/wording';
import { CommentText } from '../../view/comment-text';
import { PageSkeleton } from '../../view/skeletons';
import { textKey } from '../../view/text-key';
import { useNow } from '../../view/use-now';
import { useWording } from '../../view/wording-context';
import { problemText } from './problem';
import { type Listed, texts } from './texts';
import type { ThreadComments } from './thread-comments';

const listings: Listed[] = ['picks', 'newest', 'best'];

export function CommentsToPick({ comments, mayEdit }: { comments: ThreadComments; mayEdit: boolean }): ReactNode {
  const words = texts[useWording().language];
  const state = useStore(comments.store);
  return (
    <section className="thread-picks" aria-labelledby="thread-picks-title">
      <h2 id="thread-picks-title">{words.picking}</h2>
      <NativeSelect
        label={words.shown}
        data={listings.map((listed) => ({ value: listed, label: words.listed[listed] }))}
        value={state.listed}
        onChange={({ currentTarget }) => void comments.show(currentTarget.value as Listed)}
      />
      <p className="problem" role="alert">
        {state.problem && problemText(state.problem, words)}
      </p>
      {state.phase === 'loading' && <PageSkeleton label={words.loading} />}
      {state.phase === 'ready' && state.comments.length === 0 && state.problem === null && (
        <p role="status">{state.listed === 'picks' ? words.noPicks : words.noComments}</p>
      )}
      <ol className="picks">
        {state.comments.map((comment) => (
          <li key={comment.id}>
            <CommentToPick comment={comment} mayEdit={mayEdit} onToggle={() => void comments.toggle(comment)} />
          </li>
        ))}
      </ol>
      {state.nextCursor !== null && (
        <Button variant="default" onClick={() => void comments.showMore()}>
          {words.more}
        </Button>
      )}
    </section>
  );
}

interface CommentToPickProps {
  comment: PublishedComment;
  mayEdit: boolean;
  onToggle(): void;
}

function CommentToPick({ comment, mayEdit, onToggle }: CommentToPickProps): ReactNode {
  const wording = useWording();
  const words = texts[wording.language];
  const now = useNow();
  const isPicked = comment.pickedAt !== null;
  return (
    <article>
      <header>
        <bdi>{comment.author.name}</bdi> <span className="quiet">{wording.ago(comment.postedAt, now)}</span>
        {mayEdit ? (
          <Button
            data-pick
            size="xs"
            variant={isPicked ? 'light' : 'default'}
            aria-pressed={isPicked}
            leftSection={<span aria-hidden="true">{isPicked ? '★' : '☆'}</span>}
            aria-label={filled(words.pickOf, { name: comment.author.name })}
            onClick={onToggle}
          >
            {words.pick}
          </Button>
        ) : (
          isPicked && <span className="quiet">{words.picked}</span>
        )}
      </header>
      <CommentText key={textKey(comment)} body={comment.body} hiddenLabel={wording.texts.held.hidden} words={[]} />
    </article>
  );
}
