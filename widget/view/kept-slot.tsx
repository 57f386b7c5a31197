import type { VNode } from 'preact';
import { takesComments } from '../conversation/takes-comments';
import { useStore } from '../store/use-store';
import { later } from './later';
import { useLazyPart } from './lazy-part';
import { useConversation, useFrame } from './use-frame';

/** Always on screen: where a text stands whose own place is not. */
export function KeptSlot(): VNode | null {
  const { desk, isTakenOver } = useFrame().model;
  const isReady = useStore(isTakenOver, (isSo) => isSo);
  const isOver = useConversation(({ state }) => !takesComments(state.mode));
  const isWriting = useStore(desk, ({ replyingTo, editing, refusals }) => {
    return replyingTo !== null || editing !== null || Object.values(refusals).some((refusal) => refusal !== undefined);
  });
  return isReady && (isOver || isWriting) ? <LoadedTexts /> : null;
}

function LoadedTexts(): VNode | null {
  const part = useLazyPart(later);
  return part && <part.KeptTexts />;
}
