import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { sanctionKinds } from '../../../contract/sanctions';
import { filled, isolated } from '../../catalogues/wording';
import { Numbered } from '../../view/numbered';
import { ReasonChoice } from '../../view/reason-choice';
import { useWording } from '../../view/wording-context';
import type { Workplace } from '../../workplace';
import { suspensionDays } from '../sanctioning';
import { LastStep } from './last-step';
import { texts as textsByLanguage } from './texts';
import { UntilDate } from './until-date';

/** A sanction, one question after the other, each answered by a number; the last says what will happen. */
export function SanctionSheet({ workplace }: { workplace: Workplace }): ReactNode {
  const wording = useWording();
  const { sanction: texts, close } = textsByLanguage[wording.language];
  const { sanctions } = workplace;
  const { reader, step, isUnderWay, trouble } = useStore(sanctions.store);
  if (reader === null) return null;
  const leave = (): void => {
    if (!isUnderWay) workplace.show(null);
  };
  return (
    <Modal
      opened
      onClose={leave}
      title={filled(texts.title, { name: isolated(reader.name) })}
      closeButtonProps={{ 'aria-label': close }}
      classNames={{ body: 'steps' }}
    >
      <h2>{texts[step]}</h2>
      <StepShown key={step} workplace={workplace} />
      {step !== 'last' && trouble !== null && <p role="alert">{wording.trouble(trouble)}</p>}
      {step !== 'kind' && (
        <Button className="step-back" variant="subtle" disabled={isUnderWay} onClick={() => sanctions.back()}>
          {texts.back}
        </Button>
      )}
    </Modal>
  );
}

function StepShown({ workplace }: { workplace: Workplace }): ReactNode {
  const wording = useWording();
  const { sanction: texts } = textsByLanguage[wording.language];
  const { sanctions, reasons } = workplace;
  const { step } = useStore(sanctions.store);
  const choose = (digit: string): void => sanctions.choose(digit);
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
          <UntilDate onEnd={(end) => sanctions.endAt(end)} />
        </>
      );
    }
    case 'reason':
      return <ReasonChoice label={texts.reason} reasons={reasons} onChoose={(reason) => sanctions.give(reason)} />;
    case 'last':
      return <LastStep workplace={workplace} />;
  }
}
