import type { ReactNode } from 'react';
import type { ReceivedNotice, ReceivedReport } from '../../../contract/reports';
import { filled, isolated } from '../../catalogues/wording';
import { useWording } from '../../view/wording-context';
import type { ReportedList } from './reported-list';
import { texts } from './texts';

interface AgainstProps extends ReturnType<ReportedList['against']> {
  revision: number;
  now: number;
}

/** What readers report of a comment, and what is said to be illegal in it. */
export function Against({ reports, notices, reportCount, noticeCount, revision, now }: AgainstProps): ReactNode {
  const wording = useWording();
  const words = texts[wording.language];
  return (
    <>
      {notices.length > 0 && (
        <section className="against">
          <h3>{wording.plural(words.notices, noticeCount)}</h3>
          {noticeCount > notices.length && <p className="quiet">{words.onlyNewest}</p>}
          <ul>
            {notices.map((notice) => (
              <Notice key={notice.reference} notice={notice} revision={revision} now={now} />
            ))}
          </ul>
        </section>
      )}
      {reports.length > 0 && (
        <section className="against">
          <h3>{wording.plural(words.reports, reportCount)}</h3>
          {reportCount > reports.length && <p className="quiet">{words.onlyNewest}</p>}
          <ul>
            {reports.map((report) => (
              <Report key={report.id} report={report} revision={revision} now={now} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

interface OfRevision {
  revision: number;
  now: number;
}

function Report({ report, revision, now }: OfRevision & { report: ReceivedReport }): ReactNode {
  const wording = useWording();
  const words = texts[wording.language];
  const { reporter, reason, text, reportedAt } = report;
  return (
    <li>
      <b dir="auto">{wording.reason(reason)}</b>{' '}
      <span className="quiet">{filled(words.reportedBy, { name: isolated(reporter.name), time: wording.ago(reportedAt, now) })}</span>
      <p dir="auto" className={text === null ? 'quiet' : 'said covered'}>
        {text ?? words.noText}
      </p>
      <Earlier of={report.revision} revision={revision} />
    </li>
  );
}

function Notice({ notice, revision, now }: OfRevision & { notice: ReceivedNotice }): ReactNode {
  const wording = useWording();
  const words = texts[wording.language];
  const { reference, name, explanation, law, isAboutMinors, receivedAt } = notice;
  const by = name === null ? words.noName : isolated(name);
  return (
    <li>
      <span className="quiet">{filled(words.noticeBy, { reference, name: by, time: wording.ago(receivedAt, now) })}</span>
      {isAboutMinors && <p className="minors">{words.minors}</p>}
      <p dir="auto" className="said covered">
        {explanation}
      </p>
      {law !== null && <p>{filled(words.law, { law: isolated(law) })}</p>}
      <Earlier of={notice.revision} revision={revision} />
    </li>
  );
}

function Earlier({ of, revision }: { of: number; revision: number }): ReactNode {
  const wording = useWording();
  if (of === revision) return null;
  return <p className="quiet">{filled(texts[wording.language].earlier, { revision: wording.number(of) })}</p>;
}
