import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { noteMaxLength } from '../../../contract/limits';
import { filled, isolated } from '../../catalogues/wording';
import { MessageField } from '../../view/message-field';
import { useWording } from '../../view/wording-context';
import type { Workplace } from '../../workplace';
import { noteOn } from '../../writing/drafts';
import { texts as textsByLanguage } from './texts';

/** What colleagues should know of a reader. It stays as written until it is sent. */
export function NoteSheet({ workplace }: { workplace: Workplace }): ReactNode {
  const wording = useWording();
  const { note: texts, close } = textsByLanguage[wording.language];
  const { reader, isUnderWay, trouble } = useStore(workplace.notes.store);
  const { [noteOn(reader?.id ?? '')]: text = '' } = useStore(workplace.drafts.store);
  if (reader === null) return null;
  const name = isolated(reader.name);
  const { mod, enter } = wording.texts.keyNames;
  const leave = (): void => workplace.show(null);
  const write = async (): Promise<void> => {
    if (await workplace.notes.write()) leave();
  };
  return (
    <Modal opened onClose={leave} title={filled(texts.title, { name })} closeButtonProps={{ 'aria-label': close }}>
      <MessageField
        isFirst
        label={texts.label}
        hint={filled(texts.hint, { name, key: `${mod} ${enter}` })}
        value={text}
        maxLength={noteMaxLength}
        macros={[]}
        onChange={(written) => workplace.drafts.keep(noteOn(reader.id), written)}
        onDone={() => void write()}
      />
      <p className="problem" role="alert">
        {trouble !== null && wording.trouble(trouble)}
      </p>
      <Button onClick={() => void write()} disabled={text.trim() === ''} aria-busy={isUnderWay}>
        {texts.write}
      </Button>
    </Modal>
  );
}
