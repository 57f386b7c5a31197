import { Button, Popover } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { useStore } from 'zustand';
import { statementLimits } from '../../contract/limits';
import { rejectFor } from '../actions/number';
import { filled } from '../catalogues/wording';
import type { Workplace } from '../workplace';
import { messageOn } from '../writing/drafts';
import { isInText } from './is-in-text';
import { MessageField } from './message-field';
import { ReasonChoice } from './reason-choice';
import { useWording } from './wording-context';

interface ReasonSheetProps {
  workplace: Workplace;
  commentId: string;
  isOpen: boolean;
  /** The button it opens at. */
  children: ReactNode;
}

/** Every rejection has one of the site's reasons, by its number, and may have a message to its author. */
export function ReasonSheet({ isOpen, children, ...sheet }: ReasonSheetProps): ReactNode {
  const { reasons: texts } = useWording().texts;
  return (
    <Popover opened={isOpen} onDismiss={() => sheet.workplace.show(null)} position="top-start" width="min(26rem, calc(100vw - 2rem))">
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown aria-label={texts.title}>
        <Reasons {...sheet} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Reasons({ workplace, commentId }: Pick<ReasonSheetProps, 'workplace' | 'commentId'>): ReactNode {
  const { reasons: texts, keyNames } = useWording().texts;
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
      <h2>{texts.title}</h2>
      <p className="quiet">{texts.hint}</p>
      <ReasonChoice label={texts.title} reasons={workplace.reasons} onChoose={(reason) => rejectFor(workplace, reason)} />
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
