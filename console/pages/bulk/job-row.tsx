import { Button, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import type { BulkView } from '../../../contract/bulk';
import { filterInWords } from '../../bulk/filter-in-words';
import { isAtWork } from '../../bulk/job';
import { jobInWords } from '../../bulk/job-in-words';
import { JobProgress } from '../../bulk/view/job-progress';
import { filled, isolated } from '../../catalogues/wording';
import { useWording } from '../../view/wording-context';
import { texts } from './texts';

interface JobRowProps {
  job: BulkView;
  /** Of the author in its filter, where that is known. */
  readerName?: string;
  isChanging: boolean;
  onChange(what: 'pause' | 'resume'): void;
  onUndo(): void;
}

/** One job: what, why, by whom, how far, and what can be done about it. */
export function JobRow({ job, readerName, isChanging, onChange, onUndo }: JobRowProps): ReactNode {
  const wording = useWording();
  const words = texts[wording.language];
  const progress = jobInWords(wording, job);
  const isOver = job.phase === 'done' || job.phase === 'undone';
  const mayUndo = job.phase !== 'undoing' && job.phase !== 'undone';
  return (
    <li data-job={job.id} tabIndex={-1}>
      <WhatAndWhy job={job} readerName={readerName} />
      <div className="job-state">
        <JobProgress view={job} label={words.progress} />
        <span>{progress}</span>
        {/* Each step would be too much to hear. */}
        <VisuallyHidden role="status">{!isAtWork(job) && progress}</VisuallyHidden>
        <span className="room" />
        {!isOver && (
          <Button size="xs" variant="default" disabled={isChanging} onClick={() => onChange(job.isPaused ? 'resume' : 'pause')}>
            {job.isPaused ? words.goOn : words.pause}
          </Button>
        )}
        {mayUndo && (
          <Button size="xs" variant="default" disabled={isChanging} onClick={onUndo}>
            {words.undo}
          </Button>
        )}
      </div>
      {job.trouble !== null && <p className="job-trouble">{troubleInWords(words, job.trouble)}</p>}
    </li>
  );
}

function WhatAndWhy({ job, readerName }: Pick<JobRowProps, 'job' | 'readerName'>): ReactNode {
  const wording = useWording();
  const words = texts[wording.language];
  const { verdict, filter, reason, message, madeBy, madeAt, isCut } = job;
  return (
    <>
      <span className="row-name" dir="auto">
        {filled(words.which, { verdict: words.what[verdict], filter: filterInWords(wording, filter, readerName) })}
      </span>
      <span className="quiet">{filled(words.who, { name: isolated(madeBy.name), date: wording.moment(madeAt) })}</span>
      {reason !== null && <p className="job-why">{filled(words.reason, { reason: isolated(wording.reason(reason)) })}</p>}
      {message !== null && <p className="job-why">{filled(words.message, { message: isolated(message) })}</p>}
      {isCut && <p className="job-why">{words.isCut}</p>}
    </>
  );
}

function troubleInWords({ trouble: words }: (typeof texts)['en'], code: string): string {
  return code === 'not_allowed' || code === 'search_took_too_long' ? words[code] : filled(words.other, { code });
}
