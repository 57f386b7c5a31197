import { type ReactNode, useCallback } from 'react';
import { useStore } from 'zustand';
import { VerdictSheet } from '../../pages/verdict-sheet';
import type { Explanation } from '../../queue/decisions';
import { useWording } from '../../view/wording-context';
import type { Workplace } from '../../workplace';
import type { Job } from '../job';
import { type ManyDesk, manyAuthors, type RestrictingVerdict } from '../many-desk';
import { texts } from '../texts';
import { AllSheet } from './all-sheet';
import { UndoSheet } from './undo-sheet';

interface ManySheetsProps {
  workplace: Workplace;
  desk: ManyDesk;
}

/** What is asked before many are decided on, or a whole job is taken back. */
export function ManySheets({ workplace, desk }: ManySheetsProps): ReactNode {
  const { open } = useStore(workplace.overlays);
  const { asked } = useStore(desk.store);
  if (open !== 'bulk' || asked === null) return null;
  const close = (): void => workplace.show(null);
  switch (asked.kind) {
    case 'reason':
      return <ReasonForMany workplace={workplace} desk={desk} verdict={asked.verdict} />;
    case 'all':
      return <AllSheet workplace={workplace} all={asked.all} />;
    case 'undo':
      return <UndoOfJob job={asked.job} onNo={close} />;
  }
}

/** Why those that are selected are rejected, or removed. */
function ReasonForMany({ workplace, desk, verdict }: ManySheetsProps & { verdict: RestrictingVerdict }): ReactNode {
  const wording = useWording();
  const decide = useCallback((explanation: Explanation) => desk.decideFor(verdict, explanation), [desk, verdict]);
  useStore(workplace.selected);
  const title = wording.plural(texts[wording.language].why[verdict], desk.selectedFor(verdict).length);
  return <VerdictSheet workplace={workplace} title={title} commentId={manyAuthors} onDecide={decide} />;
}

function UndoOfJob({ job, onNo }: { job: Job; onNo(): void }): ReactNode {
  const { view } = useStore(job.store);
  return view === null ? null : <UndoSheet view={view} onYes={() => void job.undo()} onNo={onNo} />;
}
