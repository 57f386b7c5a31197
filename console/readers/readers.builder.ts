import type { BulkProgress } from '../../contract/bulk-progress';
import type { ReasonView, StandardReason } from '../../contract/reasons';
import type { Person, ReaderHistory, SanctionView } from '../../contract/sanctions';

export const anna: Person = { id: 'reader-1', name: 'Anna' };

export function aReason(key: StandardReason, given: Partial<ReasonView> = {}): ReasonView {
  return { id: `reason-${key}`, key, title: null, ground: 'rules', rule: null, isOn: true, isForReports: true, ...given };
}

export function aSanction(given: Partial<SanctionView> = {}): SanctionView {
  return {
    id: 'sanction-1',
    kind: 'ban',
    isEverywhere: false,
    reason: { key: 'insult', title: null, ground: 'rules', rule: null },
    message: null,
    madeBy: { id: 'ada', name: 'Ada' },
    madeAt: '2026-11-01T10:00:00.000Z',
    endsAt: null,
    acknowledgedAt: null,
    lifted: null,
    isInForce: true,
    removals: [],
    ...given,
  };
}

export function aRemoval(given: Partial<BulkProgress> = {}): BulkProgress {
  return { id: 'job', verdict: 'remove', phase: 'collecting', isPaused: false, total: 0, decided: 0, passedOver: 0, undone: 0, ...given };
}

export function aHistory(given: Partial<ReaderHistory> = {}): ReaderHistory {
  return {
    reader: { ...anna, joinedAt: '2026-10-01T10:00:00.000Z' },
    comments: { held: 1, published: 12, rejected: 3, removed: 0, withdrawn: 0 },
    sanctions: [],
    notes: [],
    ...given,
  };
}
