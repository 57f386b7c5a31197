import type { BulkView } from '../../../contract/bulk';
import type { PageAction } from '../../actions/page-action';
import type { JobList } from './job-list';
import { texts } from './texts';

type ActionId = 'next' | 'previous' | 'pauseOrGoOn' | 'undoIt';

function named(id: ActionId, action: Omit<PageAction, 'id' | 'names'>): PageAction {
  return { id: `bulk-${id}`, names: { en: texts.en[id], de: texts.de[id] }, ...action };
}

/** On the job at which the keyboard is, and on no other: it may be a colleague's. */
export function bulkActions(list: JobList, undo: (job: BulkView) => void): PageAction[] {
  const row = (): HTMLElement | null | undefined => document.activeElement?.closest<HTMLElement>('[data-job]');
  const job = (): BulkView | undefined => list.store.getState().jobs.find(({ id }) => id === row()?.dataset.job);
  const isThere = (): boolean => list.store.getState().jobs.length > 0;
  return [
    named('next', { key: 'j', repeats: true, isPossible: isThere, perform: () => move(row(), 1) }),
    named('previous', { key: 'k', repeats: true, isPossible: isThere, perform: () => move(row(), -1) }),
    named('pauseOrGoOn', {
      key: 'p',
      isPossible: () => !['done', 'undone', undefined].includes(job()?.phase),
      perform: () => {
        const { id, isPaused } = job() as BulkView;
        void list.change(id, isPaused ? 'resume' : 'pause');
      },
    }),
    named('undoIt', {
      key: 'u',
      isPossible: () => !['undoing', 'undone', undefined].includes(job()?.phase),
      perform: () => undo(job() as BulkView),
    }),
  ];
}

function move(from: HTMLElement | null | undefined, by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-job]')];
  rows[(from ? rows.indexOf(from) : -1) + by]?.focus();
}
