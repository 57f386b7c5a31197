import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { filled, isolated } from '../catalogues/wording';
import { KeyHint } from '../view/key-hint';
import { useWording } from '../view/wording-context';
import type { Workplace } from '../workplace';
import { deskOf } from './desk';
import { texts as textsByLanguage } from './texts';

/** A good comment above the next item, which is there to be read and decided on as ever: no key means anything else because of it. */
export function CivilCard({ workplace }: { workplace: Workplace }): ReactNode {
  const wording = useWording();
  const texts = textsByLanguage[wording.language];
  const { goodOnes } = deskOf(workplace);
  const { comment, besideId } = useStore(goodOnes.store);
  const { focusedId } = useStore(workplace.queue.store);
  if (comment === null || besideId !== focusedId) return null;
  const { text, author, title, likes } = comment;
  return (
    <aside className="civil" key={comment.id} aria-label={texts.good}>
      <h2>{texts.good}</h2>
      <p className="civil-text covered" dir="auto">
        {text}
      </p>
      <p className="civil-foot">
        <span className="quiet">
          {filled(texts.goodBy, { author: isolated(author), title: isolated(title) })} · {wording.plural(texts.likes, likes)}
        </span>
        <Button size="xs" variant="default" onClick={() => goodOnes.dismiss()} rightSection={<KeyHint action={{ key: 'enter' }} />}>
          {texts.goOn}
        </Button>
      </p>
    </aside>
  );
}
