import { Button, Checkbox } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { useStore } from 'zustand';
import { statementLimits } from '../../../contract/limits';
import { filled, isolated } from '../../catalogues/wording';
import { useWording } from '../../view/wording-context';
import type { Workplace } from '../../workplace';
import { messageTo } from '../../writing/drafts';
import type { Sanctioning } from '../sanctioning';
import { isInText } from './is-in-text';
import { MessageField } from './message-field';
import { RemovalChoice } from './removal-choice';
import { texts as textsByLanguage } from './texts';

export interface StepProps {
  workplace: Workplace;
  sanctioning: Sanctioning;
}

/** What will happen, in one sentence; nothing has happened before. The keyboard is where it is done. */
export function LastStep({ workplace, sanctioning }: StepProps): ReactNode {
  const wording = useWording();
  const { sanction: texts } = textsByLanguage[wording.language];
  const { session, drafts } = workplace;
  const { siteKey, reader } = sanctioning.whose;
  const { kind, isUnderWay, isEverywhere, trouble } = useStore(sanctioning.store);
  const { macros } = useStore(workplace.reasons.store);
  const { [messageTo(reader.id)]: message = '' } = useStore(drafts.store);
  const field = useRef<HTMLTextAreaElement>(null);
  const name = isolated(reader.name);
  const site = isolated(session.sites.find(({ key }) => key === siteKey)?.name ?? siteKey);
  const { mod, enter } = wording.texts.keyNames;
  const make = async (): Promise<void> => {
    if (await sanctioning.make()) workplace.show(null);
  };
  const pressed = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() !== 'm' || isInText(event)) return;
    event.preventDefault();
    field.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is in it has the keyboard
    <div className="last-step" onKeyDown={pressed}>
      <WhatWillHappen workplace={workplace} sanctioning={sanctioning} name={name} site={site} />
      <RemovalChoice sanctioning={sanctioning} />
      {session.isAdministrator && (
        <Checkbox
          label={filled(texts.onEverySite, { site })}
          checked={isEverywhere}
          onChange={({ currentTarget }) => sanctioning.reachEverywhere(currentTarget.checked)}
        />
      )}
      <MessageField
        ref={field}
        label={filled(texts.message, { name })}
        hint={filled(texts.messageHint, { key: `${mod} ${enter}` })}
        value={message}
        maxLength={statementLimits.messageMaxLength}
        macros={macros}
        onChange={(text) => drafts.keep(messageTo(reader.id), text)}
        onDone={() => void make()}
      />
      <Button autoFocus data-autofocus color="red" variant="light" onClick={() => void make()} aria-busy={isUnderWay}>
        {texts.kinds[kind]}
      </Button>
      <p className="problem" role="alert">
        {trouble !== null && wording.trouble(trouble)}
      </p>
    </div>
  );
}

function WhatWillHappen({ workplace, sanctioning, name, site }: StepProps & { name: string; site: string }): ReactNode {
  const wording = useWording();
  const { sanction: texts, everywhere } = textsByLanguage[wording.language];
  const { kind, endsAt, reasonId, isEverywhere, removalHours: hours } = useStore(sanctioning.store);
  const { reasons } = useStore(workplace.reasons.store);
  const reason = reasons.find(({ id }) => id === reasonId);
  const sentence = filled(texts.will[kind], {
    name,
    place: isEverywhere ? everywhere : filled(texts.onSite, { site }),
    end: endsAt === null ? '' : wording.moment(endsAt),
    reason: reason === undefined ? '' : isolated(wording.reason(reason)),
  });
  return (
    <p className="will-happen" aria-live="polite">
      {sentence}
      {hours > 0 && ` ${filled(texts.willRemove, { site, time: texts.lastHours[hours] })}`}
    </p>
  );
}
