import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useFrame } from '../view/use-frame';
import { FollowMenuPart } from './part';
import { useFollows } from './use-follows';

/** Opens what can be followed where the reader is. It comes before what stands beside it, and is as wide in both states: nothing moves. */
export function FollowToggle(): VNode {
  const { model } = useFrame();
  const { thread, section } = model.state;
  const { texts } = model.wording;
  const [isOpen, setOpen] = useState(false);
  const followsThread = useFollows({ kind: 'thread', subject: thread.id });
  const followsSection = useFollows({ kind: 'section', subject: section ?? '' });
  return (
    <>
      <button
        type="button"
        class="order follow-toggle"
        aria-label={texts.follow.hint}
        title={texts.follow.hint}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <span aria-hidden="true">{followsThread || followsSection ? '✓' : '+'}</span>
        {` ${texts.follow.name}`}
      </button>
      {isOpen && <FollowMenuPart onClose={() => setOpen(false)} />}
    </>
  );
}
