import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { AppealView, OwnStatement, StatementView } from '../../contract/sanctions';
import { When } from '../view/time';
import { ArticleLink } from './article-link';
import { ObjectionForm } from './objection-form';
import type { DecisionWords } from './words';

interface StatementProps {
  statement: OwnStatement;
  words: DecisionWords;
}

/** What was decided about the reader, why, and what they can do about it. */
export function StatementItem({ statement, words }: StatementProps): VNode {
  const { texts } = words;
  const { id, restriction, site, comment, isInForce, endsAt, madeAt } = statement;
  const until = words.until(statement, endsAt);
  return (
    <li>
      <article aria-labelledby={`statement-${id}`}>
        <h3 class="name" id={`statement-${id}`}>
          {texts.done[restriction]}
        </h3>
        <p class="mine-line">
          <strong>{isInForce ? texts.inForce : texts.over}</strong> <When at={madeAt} />
        </p>
        {comment && (
          <>
            <blockquote class="outgoing-text" dir="auto">
              {comment.text}
            </blockquote>
            <ArticleLink thread={comment.thread} />
          </>
        )}
        <Reasons statement={statement} site={site.name} words={words} until={until} />
        <Objection statement={statement} words={words} />
      </article>
    </li>
  );
}

interface ReasonsProps {
  statement: StatementView;
  site: string;
  words: DecisionWords;
  until: string | null;
}

export function Reasons({ statement, site, words, until }: ReasonsProps): VNode {
  const { texts } = words;
  return (
    <dl>
      {until !== null && <Line name={texts.until} parts={[until]} />}
      {words.lines(statement, site).map(([name, parts]) => (
        <Line key={name} name={name} parts={parts} />
      ))}
      {statement.message !== null && <Line name={texts.message} parts={[statement.message]} />}
    </dl>
  );
}

export function Line({ name, parts }: { name: string; parts: string[] }): VNode {
  return (
    <div>
      <dt>{name}</dt>
      {parts.map((part) => (
        <dd key={part} class="outgoing-text" dir="auto">
          {part}
        </dd>
      ))}
    </div>
  );
}

/** What the reader says against it; who wrote it reads on here. */
function Objection({ statement, words }: StatementProps): VNode {
  const [isAsked, setAsked] = useState(false);
  const isWriting = isAsked && statement.appeal === null && statement.appealableUntil !== null;
  const place = useRef<HTMLDivElement>(null);
  const wasWriting = useRef(false);
  useLayoutEffect(() => {
    if (wasWriting.current && !isWriting) (place.current?.querySelector('button') ?? place.current)?.focus();
    wasWriting.current = isWriting;
  }, [isWriting]);
  return (
    <div ref={place} tabIndex={-1}>
      <ObjectionState statement={statement} words={words} isWriting={isWriting} onWrite={setAsked} />
    </div>
  );
}

interface ObjectionStateProps extends StatementProps {
  isWriting: boolean;
  onWrite(isAsked: boolean): void;
}

/** The objection and what became of it, or the way to make one. */
function ObjectionState({ statement, words, isWriting, onWrite }: ObjectionStateProps): VNode | null {
  const { appeal, appealableUntil, isInForce } = statement;
  if (appeal !== null) return <MadeObjection appeal={appeal} words={words} />;
  if (appealableUntil === null) return isInForce ? <p class="hint">{words.texts.tooLate}</p> : null;
  if (isWriting) return <ObjectionForm statement={statement} until={appealableUntil} words={words} onClose={() => onWrite(false)} />;
  return (
    <button type="button" class="quiet is-offer" onClick={() => onWrite(true)}>
      {words.texts.object}
    </button>
  );
}

function MadeObjection({ appeal, words }: { appeal: AppealView; words: DecisionWords }): VNode {
  const { texts } = words;
  return (
    <div class="aside" role="status">
      <p>
        <strong>{texts.objection}</strong> <When at={appeal.madeAt} />
      </p>
      <blockquote class="outgoing-text" dir="auto">
        {appeal.text}
      </blockquote>
      <p>
        {words.outcome(appeal)} {appeal.decidedAt !== null && <When at={appeal.decidedAt} />}
      </p>
      {appeal.answer !== null && (
        <>
          <p>
            <strong>{texts.answer}</strong>
          </p>
          <blockquote class="outgoing-text" dir="auto">
            {appeal.answer}
          </blockquote>
        </>
      )}
    </div>
  );
}
