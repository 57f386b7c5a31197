import { Button } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { useStore } from 'zustand';
import { statementLimits } from '../../../contract/limits';
import type { ReasonView } from '../../../contract/reasons';
import { rejectFor } from '../../actions/reject-for';
import { filled } from '../../catalogues/wording';
import { useWording } from '../../view/wording-context';
import type { Workplace } from '../../workplace';
import { messageOn } from '../../writing/drafts';
import { isInText } from './is-in-text';
import { MessageField } from './message-field';
import { ReasonChoice } from './reason-choice';
import { texts as textsByLanguage } from './texts';

interface ReasonsProps {
  workplace: Workplace;
  commentId: string;
}

interface ReasonsForProps extends ReasonsProps {
  label: string;
  /** Above them. */
  children?: ReactNode;
  onChoose(reason: ReasonView): void;
}

/** A number rejects at once, with whatever was written to the author before. */
export function Reasons({ workplace, commentId }: ReasonsProps): ReactNode {
  const { reasons } = useWording().texts;
  return (
    <ReasonsFor workplace={workplace} commentId={commentId} label={reasons.title} onChoose={(reason) => rejectFor(workplace, reason)}>
      <h2>{reasons.title}</h2>
    </ReasonsFor>
  );
}

/** One reason by its number, and what is written to the author of a comment. */
export function ReasonsFor({ workplace, commentId, label, children, onChoose }: ReasonsForProps): ReactNode {
  const wording = useWording();
  const { rejection: texts } = textsByLanguage[wording.language];
  const { keyNames } = wording.texts;
  const { macros } = useStore(workplace.reasons.store);
  const { [messageOn(commentId)]: message = '' } = useStore(workplace.drafts.store);
  const sheet = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const pressed = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() !== 'm' || isInText(event)) return;
    event.preventDefault();
    field.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is in it has the keyboard
    <div className="reasons" ref={sheet} onKeyDown={pressed}>
      {children}
      <p className="quiet">{texts.hint}</p>
      <ReasonChoice label={label} reasons={workplace.reasons} onChoose={onChoose} />
      <MessageField
        ref={field}
        label={texts.message}
        hint={filled(texts.messageHint, { key: `${keyNames.mod} ${keyNames.enter}` })}
        value={message}
        maxLength={statementLimits.messageMaxLength}
        macros={macros}
        onChange={(text) => workplace.drafts.keep(messageOn(commentId), text)}
        onDone={() => sheet.current?.querySelector<HTMLElement>('.choice')?.focus()}
      />
      <Button variant="subtle" onClick={() => workplace.show(null)}>
        {texts.cancel}
      </Button>
    </div>
  );
}
