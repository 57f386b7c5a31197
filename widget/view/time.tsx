import type { VNode } from 'preact';
import { useStore } from '../store/use-store';
import { useFrame } from './use-frame';

/** How long ago something was, and what has to be said with it. */
export function When({ at, note }: { at: string; note?: string }): VNode {
  const { now, isTakenOver, wording } = useFrame().model;
  const ago = useStore(now, (milliseconds) => wording.ago(at, milliseconds));
  const moment = useStore(isTakenOver, (isSo) => (isSo ? wording.moment(at) : undefined));
  return (
    // Another time is another element: it appears, and nothing moves.
    <span key={ago} class="when">
      <time dateTime={at} title={moment}>
        {ago}
      </time>
      {note !== undefined && ` · ${note}`}
    </span>
  );
}
