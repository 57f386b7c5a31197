import type { ReactNode } from 'react';
import type { BulkView } from '../../../contract/bulk';
import { useWording } from '../../view/wording-context';
import { jobInWords, shareDone } from '../job-in-words';

/** How much of a job is done. */
export function JobProgress({ view, label }: { view: BulkView; label: string }): ReactNode {
  const wording = useWording();
  return (
    <progress
      className="job-progress"
      data-paused={view.isPaused || undefined}
      aria-label={label}
      aria-valuetext={jobInWords(wording, view)}
      {...shareDone(view)}
    />
  );
}
