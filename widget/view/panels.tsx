import type { VNode } from 'preact';
import { MinePart } from '../decisions/part';
import { InboxPart } from '../inbox/part';
import { useStore } from '../store/use-store';
import { useFrame } from './use-frame';

/** The one that is open of what belongs to the reader. */
export function Panels(): VNode | null {
  const { mine, inbox } = useFrame().model;
  const hasMine = useStore(mine, (state) => state !== null);
  const hasInbox = useStore(inbox, (state) => state !== null);
  if (hasMine) return <MinePart />;
  return hasInbox ? <InboxPart /> : null;
}
