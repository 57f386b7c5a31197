import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Topic } from '../api/following-api';
import type { FollowingTexts } from '../catalogues/following-texts';
import { filled, isolated } from '../catalogues/wording';
import { useFocusReturn } from '../view/focus';
import { useFrame } from '../view/use-frame';
import { useFollows } from './use-follows';
import { type Press, usePress } from './use-press';

interface FollowMenuProps {
  texts: FollowingTexts;
  onClose(): void;
}

/** What can be followed where the reader is; over what stands below, so that nothing moves. It goes with Escape, or with a press beside it. */
export function FollowMenu({ texts, onClose }: FollowMenuProps): VNode {
  const { thread, section } = useFrame().model.state;
  const [press, refusal] = usePress(texts);
  const menu = useRef<HTMLFieldSetElement>(null);
  useFocusReturn();
  useLayoutEffect(() => {
    menu.current?.querySelector('input')?.focus({ preventScroll: true });
    const close = (event: Event): void => {
      const isBeside = event.target instanceof Element && !event.target.closest('.follow-slot');
      if (event instanceof KeyboardEvent ? event.key === 'Escape' : isBeside) onClose();
    };
    const kinds = ['keydown', 'pointerdown', 'focusin'];
    for (const kind of kinds) document.addEventListener(kind, close);
    return () => {
      for (const kind of kinds) document.removeEventListener(kind, close);
    };
  }, []);
  return (
    <fieldset class="follow-menu" ref={menu} aria-label={texts.follow}>
      <Choice topic={{ kind: 'thread', subject: thread.id }} label={texts.thisThread} onPress={press} />
      {section !== null && (
        <Choice
          topic={{ kind: 'section', subject: section }}
          label={filled(texts.thisSection, { section: isolated(section) })}
          onPress={press}
        />
      )}
      <p class="hint">{texts.menuHint}</p>
      <p class="refusal" role="alert">
        {refusal}
      </p>
    </fieldset>
  );
}

function Choice({ topic, label, onPress }: { topic: Topic; label: string; onPress: Press }): VNode {
  const isFollowed = useFollows(topic);
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={isFollowed}
        onChange={() => onPress((following, again) => following.follow(topic, !isFollowed, again))}
      />
      <span>{label}</span>
    </label>
  );
}
