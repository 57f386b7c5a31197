import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { HeldItem } from '../../queue/held-item';
import { ActionButton } from '../../view/action-button';
import { Circumstances } from '../../view/circumstances';
import { CommentText } from '../../view/comment-text';
import { DecisionBar } from '../../view/decision-bar';
import { Findings, foundWords } from '../../view/findings';
import { textKey } from '../../view/text-key';
import { useWording } from '../../view/wording-context';
import { KnownAuthor } from '../known-author';
import { Against } from './against';
import type { ReportedProps } from './reported-props';
import { texts } from './texts';

interface ReportedPaneProps extends ReportedProps {
  item: HeldItem;
  now: number;
}

/** One comment, what is open against it, and the decisions. */
export function ReportedPane({ item, now, ...props }: ReportedPaneProps): ReactNode {
  const wording = useWording();
  const { held } = wording.texts;
  const { workplace, queue, list } = props;
  const { items } = useStore(queue.store);
  const { comment, trouble } = item;
  const keeper = queue.keeperOf(item, now);
  return (
    <div className="pane">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long comment is scrolled by the keyboard too */}
      <section className="pane-scroll" key={textKey(comment)} tabIndex={0} aria-label={held.comment}>
        <article>
          <Circumstances comment={comment} now={now} />
          <Findings findings={comment.findings} />
          <CommentText body={comment.body} hiddenLabel={held.hidden} words={foundWords(comment.findings)} />
          <Against {...list.against(comment.id)} revision={comment.revision} now={now} />
        </article>
        <KnownAuthor
          workplace={workplace}
          readerId={comment.author.id}
          nextId={items[items.indexOf(item) + 1]?.comment.author.id}
          now={now}
        />
      </section>
      {(trouble !== null || keeper !== null) && (
        <p className="trouble" role="status">
          {trouble !== null ? wording.trouble(trouble) : wording.keptBy(keeper ?? '')}
        </p>
      )}
      <Choices {...props} />
    </div>
  );
}

function Choices({ workplace, actions }: ReportedProps): ReactNode {
  const words = texts[useWording().language];
  const choices = [
    { action: actions.keep, look: {} },
    { action: actions.remove, look: { color: 'red', variant: 'light' } },
    { action: actions.hold, look: { variant: 'default' } },
  ] as const;
  return (
    <DecisionBar workplace={workplace} label={words.decide} previous={actions.previous} next={actions.next}>
      {choices.map(({ action, look }) => (
        <ActionButton key={action.id} size="sm" action={action} isPossible={action.isPossible()} onPerform={action.perform} {...look} />
      ))}
    </DecisionBar>
  );
}
