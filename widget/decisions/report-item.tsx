import type { VNode } from 'preact';
import type { ListedReport } from '../../contract/reports';
import { shareUrl } from '../publisher/share-url';
import { Settlement } from '../reports/settlement';
import { useFrame } from '../view/use-frame';
import { ArticleLink } from './article-link';
import { Line } from './statement-item';
import type { DecisionWords } from './words';

/** What the reader reported, and what came of it. Who wrote it, and who decided, is said to nobody. */
export function ReportItem({ report, words }: { report: ListedReport; words: DecisionWords }): VNode {
  const { texts } = words;
  const { id, outcome, excerpt, reason, text, thread, reportedAt, settledAt } = report;
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
            <CommentLink report={report} />
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

/** Leads to the comment: in this conversation right here, in another article in a tab of its own. */
function CommentLink({ report: { commentId, thread } }: { report: ListedReport }): VNode {
  const { model, act } = useFrame();
  const { state } = model;
  const isHere = thread.url === state.thread.url;
  const url = isHere ? shareUrl(state, commentId) : shareUrl({ ...state, thread }, commentId, '');
  const follow = (event: MouseEvent): void => {
    if (!isHere || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    act(({ mine, reading }) => {
      mine.close();
      void reading.openPart(commentId);
    });
  };
  return <ArticleLink thread={{ title: thread.title, url }} onFollow={follow} />;
}
