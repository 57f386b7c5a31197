import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { NoteView } from '../../../contract/sanctions';
import { filled, isolated } from '../../catalogues/wording';
import { useWording } from '../../view/wording-context';
import type { ReaderDoing } from './reader-doing';
import { texts as textsByLanguage } from './texts';

interface NotesProps {
  notes: readonly NoteView[];
  now: number;
  doing: Pick<ReaderDoing, 'mayDelete' | 'deleteNote'>;
}

/** What colleagues have written down about a reader; one's own can be deleted. */
export function Notes({ notes, now, doing }: NotesProps): ReactNode {
  const wording = useWording();
  const texts = textsByLanguage[wording.language];
  return (
    <>
      <h3>{texts.notes}</h3>
      {notes.length === 0 && <p className="quiet">{texts.noNotes}</p>}
      <ul className="entries" aria-label={texts.notes}>
        {notes.map((note) => (
          <li key={note.id}>
            <span className="written covered" dir="auto">
              {note.text}
            </span>
            <span className="entry-head">
              <span className="quiet">
                {filled(texts.written, { name: isolated(note.writtenBy.name), time: wording.ago(note.writtenAt, now) })}
              </span>
              {doing.mayDelete(note) && (
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={`${texts.deleteNote}: ${note.text}`}
                  onClick={() => doing.deleteNote(note)}
                >
                  {texts.deleteNote}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
