import { Button, Modal } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { useStore } from 'zustand';
import { statementLimits } from '../../../contract/limits';
import { filled, isolated } from '../../catalogues/wording';
import { isInText, MessageField } from '../../readers/view/parts';
import { useWording } from '../../view/wording-context';
import type { Workplace } from '../../workplace';
import { answerTo, idOf, type OpenAppeals } from './open-appeals';
import { texts as textsByLanguage } from './texts';

/** What will happen, in one sentence, with an answer to the reader where one is wanted. The keyboard is where it is done. */
export function AppealSheet({ workplace, appeals }: { workplace: Workplace; appeals: OpenAppeals }): ReactNode {
  const wording = useWording();
  const texts = textsByLanguage[wording.language];
  const { asked, isUnderWay, trouble } = useStore(appeals.store);
  const { macros } = useStore(workplace.reasons.store);
  const drafts = useStore(workplace.drafts.store);
  const field = useRef<HTMLTextAreaElement>(null);
  const { focused } = appeals;
  if (asked === null || focused === undefined) return null;
  const id = idOf(focused);
  const name = isolated(focused.item.reader.name);
  const { mod, enter } = wording.texts.keyNames;
  const leave = (): void => {
    if (isUnderWay) return;
    appeals.leave();
    workplace.show(null);
  };
  const decide = async (): Promise<void> => {
    if (await appeals.decide()) workplace.show(null);
  };
  const pressed = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() !== 'm' || isInText(event)) return;
    event.preventDefault();
    field.current?.focus();
  };
  return (
    <Modal
      opened
      onClose={leave}
      onKeyDown={pressed}
      title={texts[asked]}
      closeButtonProps={{ 'aria-label': texts.close }}
      classNames={{ body: 'last-step' }}
    >
      <p className="will-happen">{filled(texts.will[asked], { name })}</p>
      <MessageField
        ref={field}
        label={filled(texts.answer, { name })}
        hint={filled(texts.answerHint, { key: `${mod} ${enter}` })}
        value={drafts[answerTo(id)] ?? ''}
        maxLength={statementLimits.messageMaxLength}
        macros={macros}
        onChange={(text) => workplace.drafts.keep(answerTo(id), text)}
        onDone={() => void decide()}
      />
      <Button data-autofocus onClick={() => void decide()} aria-busy={isUnderWay}>
        {texts[asked]}
      </Button>
      <p className="problem" role="alert">
        {trouble !== null && wording.trouble(trouble)}
      </p>
    </Modal>
  );
}
