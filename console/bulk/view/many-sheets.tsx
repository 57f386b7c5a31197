import { Button, Modal } from '@mantine/core';
import { type ReactNode, useCallback } from 'react';
import { useStore } from 'zustand';
import { VerdictSheet } from '../../pages/verdict-sheet';
import type { Explanation } from '../../queue/decisions';
import { useWording } from '../../view/wording-context';
import type { Workplace } from '../../workplace';
import type { BegunJobs } from '../begun-jobs';
import type { Job } from '../job';
import type { ManyDesk, RestrictingVerdict } from '../many-desk';
import { texts } from '../texts';
import { AllSheet } from './all-sheet';
import { UndoSheet } from './undo-sheet';

interface ManySheetsProps {
  workplace: Workplace;
  desk: ManyDesk;
  jobs: BegunJobs;
}

/** What is asked before many are decided on, or a whole job is taken back. */
export function ManySheets({ workplace, desk, jobs }: ManySheetsProps): ReactNode {
  const { open } = useStore(workplace.overlays);
  const { asked } = useStore(desk.store);
  const { asked: job } = useStore(jobs.store);
  if (open === 'undoOfJob' && job !== null) return <UndoOfJob job={job} onNo={() => workplace.show(null)} />;
  if (open !== 'bulk' || asked === null) return null;
  if (asked.kind === 'all') return <AllSheet workplace={workplace} all={asked.all} />;
  return <ReasonForMany workplace={workplace} desk={desk} {...asked} />;
}

interface ReasonForManyProps extends Omit<ManySheetsProps, 'jobs'> {
  verdict: RestrictingVerdict;
  authors: string;
}

/** Why those that are selected are rejected, or removed. */
function ReasonForMany({ workplace, desk, verdict, authors }: ReasonForManyProps): ReactNode {
  const wording = useWording();
  const words = texts[wording.language];
  const decide = useCallback((explanation: Explanation) => desk.decideFor(verdict, explanation, authors), [desk, verdict, authors]);
  useStore(workplace.selected);
  const count = desk.selectedFor(verdict).length;
  const title = wording.plural(words.why[verdict], count);
  if (count > 0) return <VerdictSheet workplace={workplace} title={title} commentId={authors} onDecide={decide} />;
  const close = (): void => workplace.show(null);
  return (
    <Modal opened onClose={close} title={words.noneLeft} withCloseButton={false}>
      <p role="status">{words.noneLeftExplanation}</p>
      <div className="sheet-buttons">
        <Button data-autofocus variant="default" onClick={close}>
          {words.close}
        </Button>
      </div>
    </Modal>
  );
}

function UndoOfJob({ job, onNo }: { job: Job; onNo(): void }): ReactNode {
  const { view } = useStore(job.store);
  return view === null ? null : <UndoSheet view={view} onYes={() => void job.undo()} onNo={onNo} />;
}
