import type { VNode } from 'preact';
import { useStore } from '../store/use-store';
import { later } from './later';
import { useLazyPart } from './lazy-part';
import { useFrame } from './use-frame';

/** Where a reader's own comments stand that others do not see. */
export function OwnSlot({ parentId }: { parentId: string | null }): VNode | null {
  const { session, outgoing, desk } = useFrame().model;
  const isHere = (own: { parentId: string | null }): boolean => own.parentId === parentId;
  const hasUnpublished = useStore(session, ({ unpublished, shown }) => unpublished.some((own) => isHere(own) && shown.has(own.id)));
  const hasOutgoing = useStore(outgoing, (all) => all.some((each) => each.isShown && isHere(each)));
  const hasHeld = useStore(desk, ({ held }) => held !== null && isHere(held));
  return hasUnpublished || hasOutgoing || hasHeld ? <LoadedSlot parentId={parentId} /> : null;
}

function LoadedSlot({ parentId }: { parentId: string | null }): VNode | null {
  const part = useLazyPart(later);
  return part && <part.OwnItems parentId={parentId} />;
}
