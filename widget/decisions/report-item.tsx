import type { VNode } from 'preact';
import type { ListedReport } from '../../contract/reports';
import { Settlement } from '../reports/settlement';
import { CommentLink } from '../view/comment-link';
import { ArticleLink } from './article-link';
import { Line } from './statement-item';
import type { DecisionWords } from './words';

/** What the reader reported, and what came of it. Who wrote it, and who decided, is said to nobody. */
export function ReportItem({ report, words }: { report: ListedReport; words: DecisionWords }): VNode {
  const { texts } = words;
  const { id, commentId, outcome, excerpt, reason, text, thread, reportedAt, settledAt } = report;
  return (
    <li>
      <article aria-labelledby={`report-of-${id}`}>
        <h3 class="name" id={`report-of-${id}`}>
          {texts.outcomesOfReports[outcome]}
        </h3>
        <p class="mine-line">
          <Settlement texts={texts} reportedAt={reportedAt} settledAt={settledAt} />
        </p>
        {excerpt === null ? (
          <>
            {(outcome === 'open' || outcome === 'dismissed') && <p class="mine-line">{texts.notPublic}</p>}
            <ArticleLink thread={thread} />
          </>
        ) : (
          <>
            <blockquote class="outgoing-text" dir="auto">
              {excerpt}
            </blockquote>
            <p class="mine-line">
              <CommentLink commentId={commentId} thread={thread} onFollow={(frame, isHere) => isHere && frame.mine.close()}>
                <bdi>{thread.title || thread.url}</bdi>
              </CommentLink>
            </p>
          </>
        )}
        <dl>
          <Line name={texts.reason} parts={[words.reason(reason)]} />
          {text !== null && <Line name={texts.yourNote} parts={[text]} />}
        </dl>
      </article>
    </li>
  );
}
