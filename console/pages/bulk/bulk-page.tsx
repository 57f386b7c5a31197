import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { BulkView } from '../../../contract/bulk';
import { BulkApi } from '../../bulk/bulk-api';
import { UndoSheet } from '../../bulk/view/undo-sheet';
import { isSeen } from '../../live/is-seen';
import { PageFrame } from '../../view/page-frame';
import { useWording } from '../../view/wording-context';
import type { PageProps } from '../page-props';
import { PageState } from '../page-state';
import '../../bulk/view/bulk.css';
import { bulkActions } from './bulk-actions';
import './jobs.css';
import { JobList } from './job-list';
import { JobRow } from './job-row';
import { ReaderNames } from './reader-names';
import { texts } from './texts';

/** While something moves. What was begun elsewhere is told by the queue. */
const lookEveryMilliseconds = 1_000;

/** The decisions on many comments at once: how far they are, and what can be done about them. */
export function BulkPage({ workplace, place }: PageProps): ReactNode {
  const words = texts[useWording().language];
  const [list] = useState(() => new JobList(new BulkApi(workplace.api, place.siteKey), workplace.session));
  const [names] = useState(() => new ReaderNames(workplace.api, workplace.session, place.siteKey));
  const [askedId, setAskedId] = useState('');
  const { open } = useStore(workplace.overlays);
  const { phase, problem, lookProblem, jobs, changing } = useStore(list.store);
  const readerNames = useStore(names.store);
  const asked = jobs.find(({ id }) => id === askedId);
  const undo = useCallback(
    (job: BulkView): void => {
      setAskedId(job.id);
      workplace.show('undoOfJob');
    },
    [workplace],
  );
  const actions = useMemo(() => bulkActions(list, undo), [list, undo]);
  useEffect(() => workplace.offer(actions), [workplace, actions]);
  useEffect(() => {
    void list.look();
    const timer = setInterval(() => list.isMoving && isSeen(workplace.session) && void list.look(), lookEveryMilliseconds);
    const end = workplace.lookBy(() => void list.look());
    return () => {
      clearInterval(timer);
      end();
    };
  }, [workplace, list]);
  useEffect(() => void names.look(jobs.flatMap(({ filter }) => filter?.reader ?? [])), [names, jobs]);
  return (
    <PageFrame title={words.title}>
      <PageState phase={phase} problem={problem ?? lookProblem} onTryAgain={() => void list.tryAgain()}>
        {jobs.length === 0 && <NoJobs />}
        <ul className="rows jobs" aria-label={words.list}>
          {jobs.map((job) => (
            <JobRow
              key={job.id}
              job={job}
              readerName={readerNames[job.filter?.reader ?? '']}
              isChanging={changing.has(job.id)}
              onChange={(what) => void list.change(job.id, what)}
              onUndo={() => undo(job)}
            />
          ))}
        </ul>
      </PageState>
      {open === 'undoOfJob' && asked !== undefined && (
        <UndoSheet view={asked} onYes={() => void list.change(asked.id, 'undo')} onNo={() => workplace.show(null)} />
      )}
    </PageFrame>
  );
}

function NoJobs(): ReactNode {
  const words = texts[useWording().language];
  return (
    <section className="nothing">
      <h2>{words.none}</h2>
      <p className="quiet">{words.noneExplanation}</p>
    </section>
  );
}
