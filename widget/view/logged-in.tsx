import type { VNode } from 'preact';
import { filled } from '../catalogues/wording';
import { Bell } from '../inbox/part';
import { useStore } from '../store/use-store';
import { useFocusReturn } from './focus';
import { useFrame } from './use-frame';

/** The name of who is reading leads to what is theirs. */
export function LoggedIn({ name }: { name: string }): VNode {
  const { model, act } = useFrame();
  const { texts } = model.wording;
  const isOpen = useStore(model.mine, (mine) => mine !== null);
  useFocusReturn();
  const label = filled(texts.mine, { name });
  return (
    <div class="reader">
      <Bell />
      <button
        type="button"
        class="link reader-name"
        dir="auto"
        aria-label={label}
        title={label}
        aria-expanded={isOpen}
        onClick={() => act(({ mine }) => (isOpen ? mine.close() : mine.open('comments')))}
      >
        {name}
      </button>
      <button type="button" class="quiet" onClick={() => act((frame) => frame.logOut())}>
        {texts.logOut}
      </button>
    </div>
  );
}
