import type { VNode } from 'preact';
import type { DecisionTexts } from '../catalogues/decision-texts';
import { When } from '../view/time';

interface SettlementProps {
  texts: DecisionTexts;
  reportedAt: string;
  settledAt: string | null;
}

/** When something was reported, and when that came to an end. */
export function Settlement({ texts, reportedAt, settledAt }: SettlementProps): VNode {
  return (
    <>
      {texts.reportedAt} <When at={reportedAt} />
      {settledAt !== null && (
        <>
          {' · '}
          {texts.settledAt} <When at={settledAt} />
        </>
      )}
    </>
  );
}
