import { Button, Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import { sanctionKinds } from '../../../contract/sanctions';
import { filled, isolated } from '../../catalogues/wording';
import { useWording } from '../../view/wording-context';
import { deskOf } from '../desk';
import { Sanctioning, suspensionDays } from '../sanctioning';
import { LastStep, type StepProps } from './last-step';
import { Numbered } from './numbered';
import { ReasonChoice } from './reason-choice';
import type { ReaderSheetProps } from './sheet-props';
import { texts as textsByLanguage } from './texts';
import { UntilDate } from './until-date';
import { useNumbers } from './use-numbers';

/** A sanction, one question after the other, each answered by a number; the last says what will happen. */
export function SanctionSheet({ workplace, whose }: ReaderSheetProps): ReactNode {
  const wording = useWording();
  const { sanction: texts, close } = textsByLanguage[wording.language];
  const [sanctioning] = useState(() => new Sanctioning(deskOf(workplace), whose));
  const { step, isUnderWay, trouble } = useStore(sanctioning.store);
  const leave = (): void => {
    if (!isUnderWay) workplace.show(null);
  };
  useNumbers(workplace, sanctioning.choose);
  return (
    <Modal
      opened
      onClose={leave}
      title={filled(texts.title, { name: isolated(whose.reader.name) })}
      closeButtonProps={{ 'aria-label': close }}
      classNames={{ body: 'steps' }}
    >
      <h2>{texts[step]}</h2>
      <StepShown key={step} workplace={workplace} sanctioning={sanctioning} />
      {step !== 'last' && trouble !== null && <p role="alert">{wording.trouble(trouble)}</p>}
      {step !== 'kind' && (
        <Button className="step-back" variant="subtle" disabled={isUnderWay} onClick={() => sanctioning.back()}>
          {texts.back}
        </Button>
      )}
    </Modal>
  );
}

function StepShown({ workplace, sanctioning }: StepProps): ReactNode {
  const wording = useWording();
  const { sanction: texts } = textsByLanguage[wording.language];
  const { step } = useStore(sanctioning.store);
  const { choose } = sanctioning;
  switch (step) {
    case 'kind': {
      const choices = sanctionKinds.map((kind) => ({ id: kind, label: texts.kinds[kind], detail: texts.details[kind] }));
      return <Numbered label={texts.kind} choices={choices} onChoose={choose} />;
    }
    case 'end': {
      const choices = suspensionDays.map((days) => ({ id: String(days), label: wording.days(days) }));
      return (
        <>
          <Numbered label={texts.end} choices={choices} onChoose={choose} />
          <UntilDate onEnd={(end) => sanctioning.endAt(end)} />
        </>
      );
    }
    case 'reason':
      return <ReasonChoice label={texts.reason} reasons={workplace.reasons} onChoose={(reason) => sanctioning.give(reason)} />;
    case 'last':
      return <LastStep workplace={workplace} sanctioning={sanctioning} />;
  }
}
