import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { FoundComment } from '../../../contract/search';
import { filled, isolated } from '../../catalogues/wording';
import { ActionButton } from '../../view/action-button';
import { Circumstances } from '../../view/circumstances';
import { CommentText } from '../../view/comment-text';
import { DecisionBar } from '../../view/decision-bar';
import { Findings, foundWords } from '../../view/findings';
import { textKey } from '../../view/text-key';
import { useWording } from '../../view/wording-context';
import { useMayEdit } from '../use-may-edit';
import type { SearchProps } from './search-props';
import { texts } from './texts';

interface FoundPaneProps extends Pick<SearchProps, 'workplace' | 'decisions'> {
  actions: Omit<SearchProps['actions'], 'toText'>;
  comment: FoundComment;
  now: number;
  /** Beside it. */
  children?: ReactNode;
}

/** One comment that was found, what became of it, and the decisions that there are now. */
export function FoundPane({ comment, now, children, ...props }: FoundPaneProps): ReactNode {
  const wording = useWording();
  const { held } = wording.texts;
  const { troubles } = useStore(props.decisions.store);
  const { [comment.id]: trouble } = troubles;
  const hits = comment.excerpt.filter(({ isHit }) => isHit).map(({ text }) => text);
  return (
    <div className="pane">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long comment is scrolled by the keyboard too */}
      <section className="pane-scroll" key={textKey(comment)} tabIndex={0} aria-label={held.comment}>
        <article>
          <Circumstances comment={comment} now={now} />
          <Status comment={comment} now={now} />
          <Findings findings={comment.findings} />
          <CommentText body={comment.body} hiddenLabel={held.hidden} words={[...foundWords(comment.findings), ...hits]} />
        </article>
        {children}
      </section>
      {trouble !== undefined && (
        <p className="trouble" role="status">
          {wording.trouble(trouble)}
        </p>
      )}
      <Choices comment={comment} {...props} />
    </div>
  );
}

function Status({ comment: { status, lastDecision, pickedAt }, now }: Pick<FoundPaneProps, 'comment' | 'now'>): ReactNode {
  const wording = useWording();
  const words = texts[wording.language];
  const { statuses } = wording.texts;
  const last =
    lastDecision === null
      ? words.undecided
      : filled(words.last, {
          from: statuses[lastDecision.from],
          to: statuses[lastDecision.to],
          name: isolated(lastDecision.decidedBy.name),
          time: wording.ago(lastDecision.decidedAt, now),
        });
  return (
    <p className="found-status">
      <b>{status === 'withdrawn' ? words.withdrawn : filled(words.now, { status: statuses[status] })}</b>{' '}
      {pickedAt !== null && status === 'published' && <span className="found-pick">{words.picked} </span>}
      <span className="quiet">{last}</span>
    </p>
  );
}

/** Always as many, so that none takes the place of another under a finger. */
function Choices({
  comment: { status, pickedAt },
  actions,
  workplace,
}: Pick<FoundPaneProps, 'comment' | 'actions' | 'workplace'>): ReactNode {
  const mayEdit = useMayEdit(workplace);
  const words = texts[useWording().language];
  const isHeld = status === 'held';
  const isPublished = status === 'published';
  const choices = [
    { action: actions.publish, look: {} },
    { action: actions.refuse, label: isPublished ? words.removeIt : words.rejectIt, look: { color: 'red', variant: 'light' } },
    { action: actions.hold, label: isPublished || isHeld ? words.holdIt : words.takeBack, look: { variant: 'default' } },
    ...(mayEdit
      ? [
          {
            action: actions.pick,
            label: words.pickIt,
            isOn: pickedAt !== null,
            look: { variant: 'default', leftSection: <Star isOn={pickedAt !== null} /> },
          } as const,
        ]
      : []),
  ] as const;
  return (
    <DecisionBar workplace={workplace} label={words.decide} previous={actions.previous} next={actions.next}>
      {choices.map(({ action, look, ...rest }) => (
        <ActionButton
          key={action.id}
          size="sm"
          action={action}
          isPossible={action.isPossible()}
          onPerform={action.perform}
          {...look}
          {...rest}
        />
      ))}
    </DecisionBar>
  );
}

function Star({ isOn }: { isOn: boolean }): ReactNode {
  return <span aria-hidden="true">{isOn ? '★' : '☆'}</span>;
}
