import type { VNode } from 'preact';
import { MinePart } from '../decisions/part';
import { PeoplePart, ProfilePart } from '../following/part';
import { InboxPart } from '../inbox/part';
import { useStore } from '../store/use-store';
import { useFrame } from './use-frame';

/** The one that is open of what belongs to the reader, and in front of it a reader whom they meet there. */
export function Panels(): VNode {
  const { mine, inbox, people, profile } = useFrame().model;
  const hasMine = useStore(mine, (state) => state !== null);
  const hasInbox = useStore(inbox, (state) => state !== null);
  const hasPeople = useStore(people, (state) => state !== null);
  const reader = useStore(profile, (state) => state?.reader);
  return (
    <>
      {hasMine && <MinePart />}
      {hasInbox && <InboxPart />}
      {hasPeople && <PeoplePart />}
      {reader && <ProfilePart key={reader.id} />}
    </>
  );
}
