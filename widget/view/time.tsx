import type { VNode } from 'preact';
import { useScene } from './scene';

export function Time({ at }: { at: string }): VNode {
  const { model, now, isTakenOver } = useScene();
  return (
    <time dateTime={at} title={isTakenOver ? model.wording.moment(at) : undefined}>
      {model.wording.ago(at, now)}
    </time>
  );
}
