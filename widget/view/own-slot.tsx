import type { VNode } from 'preact';
import { later } from './later';
import { useLazyPart } from './lazy-part';
import { useScene } from './scene';

/** Where a reader's own comments stand that others do not see. */
export function OwnSlot({ parentId }: { parentId: string | null }): VNode | null {
  const { session, outgoing, desk } = useScene();
  const held = desk.held === null ? [] : [desk.held];
  const hasOwn = [...session.unpublished, ...outgoing, ...held].some((each) => each.parentId === parentId);
  return hasOwn ? <LoadedSlot parentId={parentId} /> : null;
}

function LoadedSlot({ parentId }: { parentId: string | null }): VNode | null {
  const part = useLazyPart(later);
  return part && <part.OwnItems parentId={parentId} />;
}
