import type { VNode } from 'preact';
import { MinePart } from '../decisions/part';
import { PeoplePart, ProfilePart } from '../following/part';
import { InboxPart } from '../inbox/part';
import { useStore } from '../store/use-store';
import { useFrame } from './use-frame';

/** What is open of what belongs to the reader, in its order: the last one is in front. */
export function Panels(): VNode {
  const { mine, inbox, people, profile } = useFrame().model;
  const hasMine = useStore(mine, (state) => state !== null);
  const hasInbox = useStore(inbox, (state) => state !== null);
  const hasPeople = useStore(people, (state) => state !== null);
  const reader = useStore(profile, (state) => state?.reader);
  return (
    <>
      {hasInbox && <InboxPart />}
      {hasMine && <MinePart />}
      {hasPeople && <PeoplePart />}
      {reader && <ProfilePart key={reader.id} />}
    </>
  );
}
