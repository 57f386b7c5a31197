import { Button, Modal } from '@mantine/core';
import { type ReactNode, useCallback } from 'react';
import { useStore } from 'zustand';
import type { BulkVerdict } from '../../../contract/bulk-progress';
import { limits } from '../../../contract/limits';
import type { ReasonView } from '../../../contract/reasons';
import { filled, isolated, type Wording } from '../../catalogues/wording';
import { decidesOn } from '../../queue/selection';
import { Numbered, ReasonsFor, useNumbers } from '../../readers/view/parts';
import { useWording } from '../../view/wording-context';
import type { Workplace } from '../../workplace';
import { messageOn } from '../../writing/drafts';
import type { AllThatMatch, AllThatMatchState } from '../all-that-match';
import { filterInWords } from '../filter-in-words';
import { isRestriction, type RestrictingVerdict } from '../many-desk';
import { texts } from '../texts';

interface AllSheetProps {
  workplace: Workplace;
  all: AllThatMatch;
}

/** The verdict on everything that matches, its reason, and the question before it is made. */
export function AllSheet({ workplace, all }: AllSheetProps): ReactNode {
  const wording = useWording();
  const words = texts[wording.language];
  const { help } = wording.texts;
  const { verdict, reason, counts } = useStore(all.store);
  const step = stepOf(verdict, reason);
  const title =
    step === 'verdict' ? words.choose : step.asks === 'reason' ? words.whyAll[step.verdict] : question(wording, step.verdict, counts);
  return (
    <Modal opened onClose={() => workplace.show(null)} title={title} closeButtonProps={{ 'aria-label': help.closeButton }}>
      {step === 'verdict' && <VerdictStep workplace={workplace} all={all} />}
      {step !== 'verdict' && step.asks === 'reason' && <ReasonStep workplace={workplace} all={all} verdict={step.verdict} />}
      {step !== 'verdict' && step.asks === 'yes' && <LastStep workplace={workplace} all={all} verdict={step.verdict} />}
    </Modal>
  );
}

type Step = 'verdict' | { asks: 'reason'; verdict: RestrictingVerdict } | { asks: 'yes'; verdict: BulkVerdict };

function stepOf(verdict: BulkVerdict | null, reason: ReasonView | null): Step {
  if (verdict === null) return 'verdict';
  return isRestriction(verdict) && reason === null ? { asks: 'reason', verdict } : { asks: 'yes', verdict };
}

function VerdictStep({ workplace, all }: AllSheetProps): ReactNode {
  const wording = useWording();
  const words = texts[wording.language];
  const { counts } = useStore(all.store);
  const choose = useCallback(
    (digit: string): void => {
      const verdict = all.possible[Number(digit) - 1];
      if (verdict !== undefined) all.choose(verdict);
    },
    [all],
  );
  useNumbers(workplace, choose);
  const choices = all.possible.map((verdict) => ({
    id: verdict,
    label: words.verdicts[verdict],
    detail: countOf(wording, verdict, counts),
  }));
  return (
    <div className="all-question">
      <p>{filled(words.whichAre, { filter: filterInWords(wording, all.filter, all.readerName) })}</p>
      <Numbered label={words.choose} choices={choices} onChoose={choose} />
    </div>
  );
}

function ReasonStep({ workplace, all, verdict }: AllSheetProps & { verdict: RestrictingVerdict }): ReactNode {
  const words = texts[useWording().language];
  const choose = useCallback(
    (reason: ReasonView): void => all.giveReason(reason, workplace.drafts.of(messageOn(all.authors)).trim()),
    [all, workplace],
  );
  const byNumber = useCallback(
    (digit: string): void => {
      const reason = workplace.reasons.numbered(digit);
      if (reason !== undefined) choose(reason);
    },
    [workplace, choose],
  );
  useNumbers(workplace, byNumber);
  return <ReasonsFor workplace={workplace} commentId={all.authors} label={words.whyAll[verdict]} onChoose={choose} />;
}

/** What will happen; nothing has happened before. */
function LastStep({ workplace, all, verdict }: AllSheetProps & { verdict: BulkVerdict }): ReactNode {
  const wording = useWording();
  const words = texts[wording.language];
  const { reason, message, counts } = useStore(all.store);
  const count = counts[verdict];
  const decide = (): void => {
    if (count === undefined) return;
    workplace.show(null);
    all.decide();
  };
  return (
    <div className="all-question">
      <p>{filled(words.whichAre, { filter: filterInWords(wording, all.filterFor(verdict), all.readerName) })}</p>
      {!count && <p role="status">{countOf(wording, verdict, counts)}</p>}
      {reason !== null && <p>{filled(words.reason, { reason: isolated(wording.reason(reason)) })}</p>}
      {message !== '' && <p>{filled(words.message, { message: isolated(message) })}</p>}
      <p className="quiet">
        {words.canBeUndone} {count?.isMore && filled(words.isMuch, { count: wording.number(limits.bulk.maxComments) })}
      </p>
      <div className="sheet-buttons">
        {count === null ? (
          <Button data-autofocus variant="default" onClick={() => all.countAgain(verdict)}>
            {words.countAgain}
          </Button>
        ) : (
          <Button
            autoFocus
            data-autofocus
            {...(isRestriction(verdict) && { color: 'red', variant: 'light' })}
            aria-disabled={count === undefined}
            onClick={decide}
          >
            {words.yes[verdict]}
          </Button>
        )}
        <Button variant="subtle" onClick={() => workplace.show(null)}>
          {words.no}
        </Button>
      </div>
    </div>
  );
}

function countOf(wording: Wording, verdict: BulkVerdict, counts: AllThatMatchState['counts']): string {
  const words = texts[wording.language];
  const count = counts[verdict];
  const status = decidesOn[verdict];
  if (count === undefined) return words.counting;
  if (count === null) return words.uncounted;
  return count.isMore
    ? filled(words.countedAtLeast[status], { count: wording.number(count.count) })
    : wording.plural(words.counted[status], count.count);
}

function question(wording: Wording, verdict: BulkVerdict, counts: AllThatMatchState['counts']): string {
  const words = texts[wording.language];
  const count = counts[verdict];
  if (!count) return words.askUncounted[verdict];
  return count.isMore
    ? filled(words.askAtLeast[verdict], { count: wording.number(count.count) })
    : wording.plural(words.ask[verdict], count.count);
}
