import type { VNode } from 'preact';
import { useScene } from './scene';

/** How long ago something was, and what has to be said with it. */
export function When({ at, note }: { at: string; note?: string }): VNode {
  const { model, now, isTakenOver } = useScene();
  const ago = model.wording.ago(at, now);
  return (
    // Another time is another element: it appears, and nothing moves.
    <span key={ago} class="when">
      <time dateTime={at} title={isTakenOver ? model.wording.moment(at) : undefined}>
        {ago}
      </time>
      {note !== undefined && ` · ${note}`}
    </span>
  );
}
