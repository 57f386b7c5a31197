import { Button, CloseButton, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { pageActions } from '../../actions/go-to';
import { filled } from '../../catalogues/wording';
import { problemInWords } from '../../pages/page-problem';
import { ActionButton } from '../../view/action-button';
import { useWording } from '../../view/wording-context';
import type { Workplace } from '../../workplace';
import { isAtWork, type Job } from '../job';
import { jobInWords } from '../job-in-words';
import { texts } from '../texts';
import { JobProgress } from './job-progress';

interface JobNoticeProps {
  workplace: Workplace;
  job: Job;
  onUndo(): void;
  onDismiss(): void;
}

const button = { size: 'xs', variant: 'default' } as const;

/** What was begun last, and how far it is. */
export function JobNotice({ workplace, job, onUndo, onDismiss }: JobNoticeProps): ReactNode {
  const wording = useWording();
  const words = texts[wording.language];
  const { view, problem, isUnderWay } = useStore(job.store);
  const begun = words.begun[job.request.verdict];
  const what = view === null ? begun : jobInWords(wording, view);
  const isUndone = view === null || view.phase === 'undoing' || view.phase === 'undone';
  const jobs = pageActions.find(({ id }) => id === 'goToBulk');
  return (
    <section className="job-notice" aria-label={words.jobs}>
      {/* Each step would be too much to hear. */}
      <VisuallyHidden role="status">{view !== null && !isAtWork(view) ? what : begun}</VisuallyHidden>
      {view !== null && <JobProgress view={view} label={words.jobs} />}
      {problem === null ? (
        <p className="job-words">{what}</p>
      ) : (
        <p className="job-words" role="alert">
          {filled(view === null ? words.notBegun : words.noNews, { problem: problemInWords(wording.language, problem) })}
        </p>
      )}
      {view === null && problem !== null && (
        <Button {...button} disabled={isUnderWay} onClick={() => void job.begin()}>
          {words.tryAgain}
        </Button>
      )}
      {jobs !== undefined && (
        <ActionButton {...button} action={jobs} label={words.jobs} isPossible onPerform={() => jobs.perform(workplace)} />
      )}
      {!isUndone && (
        <Button {...button} disabled={isUnderWay} onClick={onUndo}>
          {words.undo}
        </Button>
      )}
      <CloseButton size="sm" aria-label={words.dismiss} onClick={onDismiss} />
    </section>
  );
}
