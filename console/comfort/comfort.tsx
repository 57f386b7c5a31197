import { Button, VisuallyHidden } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useStore } from 'zustand';
import { filled, isolated } from '../catalogues/wording';
import { useWording } from '../view/wording-context';
import type { Workplace } from '../workplace';
import { comfortActions } from './comfort-actions';
import { deskOf } from './desk';
import { texts as textsByLanguage } from './texts';

/** On every page, for whoever is signed in: what there is to do for rest, and what is said of it. */
export function Comfort({ workplace }: { workplace: Workplace }): ReactNode {
  const { me } = useStore(workplace.session.store);
  const readerId = me?.reader.id;
  // Somebody else has another desk.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    const desk = deskOf(workplace);
    const ends = [desk.begin(), workplace.offer(comfortActions(workplace, desk))];
    return () => {
      for (const end of ends) end();
    };
  }, [workplace, readerId]);
  return (
    <>
      <BreakPrompt workplace={workplace} />
      <GoodOneTold workplace={workplace} />
    </>
  );
}

/** It takes nobody's keyboard; who wants it finds it after the head of the page, or among the commands. */
function BreakPrompt({ workplace }: { workplace: Workplace }): ReactNode {
  const wording = useWording();
  const texts = textsByLanguage[wording.language];
  const { clock } = deskOf(workplace);
  const { isBreakDue, minutes, decidedSinceBreak } = useStore(clock.store);
  const { breaks } = useStore(workplace.preferences.store);
  const isShown = breaks && isBreakDue;
  const told = filled(wording.plural(texts.breakDue, decidedSinceBreak), { minutes: wording.number(minutes) });
  return (
    <section className="break-prompt" aria-label={texts.break} data-shown={isShown || undefined}>
      <p role="status">{isShown && told}</p>
      {isShown && (
        <div>
          <Button size="xs" onClick={() => clock.takeBreak()}>
            {texts.takeBreak}
          </Button>
          <Button size="xs" variant="default" onClick={() => clock.remindLater()}>
            {texts.later}
          </Button>
        </div>
      )}
    </section>
  );
}

/** For those who hear the page. */
function GoodOneTold({ workplace }: { workplace: Workplace }): ReactNode {
  const texts = textsByLanguage[useWording().language];
  const { comment } = useStore(deskOf(workplace).goodOnes.store);
  return (
    <VisuallyHidden role="status">
      {comment !== null && `${texts.good}: ${isolated(comment.text)} ${isolated(comment.author)}`}
    </VisuallyHidden>
  );
}
