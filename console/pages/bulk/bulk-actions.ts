import type { BulkView } from '../../../contract/bulk';
import type { PageAction } from '../../actions/page-action';
import type { JobList } from './job-list';
import { texts } from './texts';

/** On the job at which the keyboard is, or else on the newest. */
export function bulkActions(list: JobList, undo: (job: BulkView) => void): PageAction[] {
  const job = (): BulkView | undefined => {
    const { jobs } = list.store.getState();
    const id = document.activeElement?.closest<HTMLElement>('[data-job]')?.dataset.job;
    return jobs.find((one) => one.id === id) ?? jobs[0];
  };
  return [
    {
      id: 'bulk-pause',
      names: { en: texts.en.pauseOrGoOn, de: texts.de.pauseOrGoOn },
      key: 'p',
      isPossible: () => !['done', 'undone', undefined].includes(job()?.phase),
      perform: () => {
        const { id, isPaused } = job() as BulkView;
        void list.change(id, isPaused ? 'resume' : 'pause');
      },
    },
    {
      id: 'bulk-undo',
      names: { en: texts.en.undoIt, de: texts.de.undoIt },
      key: 'u',
      isPossible: () => !['undoing', 'undone', undefined].includes(job()?.phase),
      perform: () => undo(job() as BulkView),
    },
  ];
}
