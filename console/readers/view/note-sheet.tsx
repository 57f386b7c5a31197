import { Button, Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import { noteMaxLength } from '../../../contract/limits';
import { filled, isolated } from '../../catalogues/wording';
import { useWording } from '../../view/wording-context';
import { noteOn } from '../../writing/drafts';
import { deskOf } from '../desk';
import { NoteWriting } from '../note-writing';
import { MessageField } from './message-field';
import type { ReaderSheetProps } from './sheet-props';
import { texts as textsByLanguage } from './texts';

/** What colleagues should know of a reader. It stays as written until it is sent. */
export function NoteSheet({ workplace, whose }: ReaderSheetProps): ReactNode {
  const wording = useWording();
  const { note: texts, close } = textsByLanguage[wording.language];
  const { reader } = whose;
  const [writing] = useState(() => new NoteWriting(deskOf(workplace), whose));
  const { isUnderWay, trouble } = useStore(writing.store);
  const { [noteOn(reader.id)]: text = '' } = useStore(workplace.drafts.store);
  const name = isolated(reader.name);
  const { mod, enter } = wording.texts.keyNames;
  const leave = (): void => {
    if (!isUnderWay) workplace.show(null);
  };
  const write = async (): Promise<void> => {
    if (await writing.write()) workplace.show(null);
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
