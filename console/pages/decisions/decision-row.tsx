import type { ReactNode } from 'react';
import type { DecisionRecord } from '../../../contract/decision-records';
import { filled, isolated } from '../../catalogues/wording';
import { useWording } from '../../view/wording-context';
import { texts } from './texts';

/** One decision: what, by whom, on which text, and why. */
export function DecisionRow({ decision }: { decision: DecisionRecord }): ReactNode {
  const wording = useWording();
  const words = texts[wording.language];
  const { statuses } = wording.texts;
  const { comment, from, to, decidedBy, decidedAt, reason, message, revision } = decision;
  return (
    <li>
      <span className="decided" data-to={to}>
        {filled(words.decided, { from: statuses[from], to: statuses[to] })}
      </span>
      <span className="quiet">{filled(words.who, { name: isolated(decidedBy.name), date: wording.moment(decidedAt) })}</span>
      <blockquote className="covered" dir="auto">
        {comment.excerpt}
      </blockquote>
      <p className="why">{reason === null ? words.noReason : filled(words.reason, { reason: isolated(wording.reason(reason)) })}</p>
      {message !== null && (
        <p className="told">
          {words.message} <span dir="auto">{message}</span>
        </p>
      )}
      <span className="quiet">
        {filled(words.comment, { author: isolated(comment.author.name) })}{' '}
        <a href={comment.articleUrl} target="_blank" rel="noreferrer" dir="auto">
          {comment.articleTitle}
        </a>
        {', '}
        {filled(words.revision, { revision: wording.number(revision) })}
      </span>
    </li>
  );
}
