import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { SanctionView } from '../../../contract/sanctions';
import type { Wording } from '../../catalogues/wording';
import { useWording } from '../../view/wording-context';
import type { ReaderDoing } from './reader-doing';
import { texts as textsByLanguage } from './texts';

interface RemovedProps {
  sanction: SanctionView;
  doing: Pick<ReaderDoing, 'restore'>;
}

/** What went with a sanction, as far as its jobs are, and the way back. */
export function Removed({ sanction, doing }: RemovedProps): ReactNode {
  const wording = useWording();
  const texts = textsByLanguage[wording.language];
  const { removals } = sanction;
  if (removals.length === 0) return null;
  const isThereSomething = removals.some(({ phase, decided }) => decided > 0 && phase !== 'undoing' && phase !== 'undone');
  return (
    <span className="entry-head">
      <span className="quiet">{inWords(wording, sanction)}</span>
      {isThereSomething && (
        <Button size="compact-xs" variant="default" onClick={() => doing.restore(sanction)}>
          {texts.restore}
        </Button>
      )}
    </span>
  );
}

function inWords(wording: Wording, { removals }: Pick<SanctionView, 'removals'>): string {
  const texts = textsByLanguage[wording.language];
  const sum = (of: 'decided' | 'passedOver' | 'undone'): number => removals.reduce((total, removal) => total + removal[of], 0);
  const isAt = (...phases: string[]): boolean => removals.some(({ phase, isPaused }) => !isPaused && phases.includes(phase));
  const now = [
    ...(sum('passedOver') > 0 ? [wording.plural(texts.passedOver, sum('passedOver'))] : []),
    ...(isAt('collecting', 'deciding') ? [texts.isRemoving] : []),
    ...(isAt('undoing') ? [texts.isRestoring] : []),
    ...(removals.some(({ isPaused }) => isPaused) ? [texts.isPaused] : []),
    ...(sum('undone') > 0 ? [wording.plural(texts.restored, sum('undone'))] : []),
  ];
  return [wording.plural(texts.removals, sum('decided')), ...now].join(' · ');
}
