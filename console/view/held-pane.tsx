import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { approve } from '../actions/approve';
import { nextItem } from '../actions/next-item';
import { previousItem } from '../actions/previous-item';
import { reject } from '../actions/reject';
import type { HeldItem } from '../queue/held-item';
import type { Workplace } from '../workplace';
import { ActionButton } from './action-button';
import { AuthorCard } from './author-card';
import { Circumstances } from './circumstances';
import { CommentText } from './comment-text';
import { DecisionBar } from './decision-bar';
import { Findings, foundWords } from './findings';
import { ReasonSheet } from './reason-sheet';
import { textKey } from './text-key';
import { useComfortParts } from './use-comfort-parts';
import { useWording } from './wording-context';

interface HeldPaneProps {
  workplace: Workplace;
  item: HeldItem;
  /** Who wrote the next. */
  nextId?: string;
  now: number;
}

/** One comment with what is needed to decide on it, and the decisions. */
export function HeldPane({ workplace, item, nextId, now }: HeldPaneProps): ReactNode {
  const wording = useWording();
  const { held } = wording.texts;
  const { open } = useStore(workplace.overlays);
  const comfort = useComfortParts();
  const { comment, trouble } = item;
  const keeper = workplace.queue.keeperOf(item, now);
  const button = { isPossible: approve.isPossible(workplace), size: 'sm' } as const;
  return (
    <div className="pane">
      {comfort.phase === 'loaded' && <comfort.parts.CivilCard workplace={workplace} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long comment is scrolled by the keyboard too */}
      <section className="pane-scroll" key={textKey(comment)} tabIndex={0} aria-label={held.comment}>
        <article>
          <Circumstances comment={comment} now={now} />
          <Findings findings={comment.findings} />
          <CommentText body={comment.body} hiddenLabel={held.hidden} words={foundWords(comment.findings)} />
        </article>
        <AuthorCard workplace={workplace} readerId={comment.author.id} nextId={nextId} now={now} />
      </section>
      {/* Below what is read, which stays where it is. */}
      {(trouble !== null || keeper !== null) && (
        <p className="trouble" role="status">
          {trouble !== null ? wording.trouble(trouble) : wording.keptBy(keeper ?? '')}
        </p>
      )}
      <DecisionBar workplace={workplace} label={held.decide} previous={previousItem} next={nextItem}>
        <ActionButton {...button} action={approve} onPerform={() => approve.perform(workplace)} />
        <ReasonSheet workplace={workplace} commentId={comment.id} isOpen={open === 'reasons'}>
          <ActionButton {...button} action={reject} color="red" variant="light" onPerform={() => reject.perform(workplace)} />
        </ReasonSheet>
      </DecisionBar>
    </div>
  );
}
