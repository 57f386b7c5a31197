import { useState } from 'preact/hooks';
import type { FollowingTexts } from '../catalogues/following-texts';
import { useFrame } from '../view/use-frame';
import { askWhoReads } from './ask-who-reads';
import type { Following, Trouble } from './following';
import { followingRefusal } from './refusal';

/** Does something; `again` is what does it once more. */
export type Press = (run: (following: Following, again: () => void) => Promise<Trouble>) => void;

/** To press, and what to say where it was not done: it stands until the next press. */
export function usePress(texts: FollowingTexts): [press: Press, refusal: string | null] {
  const { model, act } = useFrame();
  const [refusal, setRefusal] = useState<string | null>(null);
  const press: Press = (run) => {
    setRefusal(null);
    act(async ({ readers, session }) => {
      const trouble = (await askWhoReads(session)) ?? (await run(readers.following, () => press(run)));
      if (trouble) setRefusal(followingRefusal(trouble, model.wording, texts));
    });
  };
  return [press, refusal];
}
