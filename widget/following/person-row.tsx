import type { ComponentChildren, VNode } from 'preact';
import type { ListedReader } from '../../contract/following';
import type { FollowingTexts } from '../catalogues/following-texts';
import { useStore } from '../store/use-store';
import { useFrame } from '../view/use-frame';
import { FollowButton } from './follow-button';
import { usePress } from './use-press';

/** A reader in a list, whom one may follow from there. */
export function ReaderItem({ reader: { id, name, isFollowed }, texts }: { reader: ListedReader; texts: FollowingTexts }): VNode {
  const isOneself = useStore(useFrame().model.session, ({ reader }) => reader?.id === id);
  const [press, refusal] = usePress(texts);
  const follow = <FollowButton topic={{ kind: 'reader', subject: id }} title={name} known={isFollowed} texts={texts} onPress={press} />;
  return (
    <PersonRow refusal={refusal} action={isOneself ? null : follow}>
      <NameButton reader={{ id, name }} />
    </PersonRow>
  );
}

interface PersonRowProps {
  note?: string;
  action: VNode | null;
  refusal: string | null;
  children: ComponentChildren;
}

export function PersonRow({ note, action, refusal, children }: PersonRowProps): VNode {
  return (
    <li>
      <div class="people-row">
        <p class="people-what">
          {children}
          {note && <span class="people-kind">{note}</span>}
        </p>
        {action}
      </div>
      <p class="refusal" role="alert">
        {refusal}
      </p>
    </li>
  );
}

/** Leads to a reader. */
export function NameButton({ reader }: { reader: { id: string; name: string } }): VNode {
  const { act } = useFrame();
  return (
    <button type="button" class="by" onClick={() => act((frame) => frame.readers.profile.open(reader))}>
      <bdi dir="auto">{reader.name}</bdi>
    </button>
  );
}
