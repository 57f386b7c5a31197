import type { VNode } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { FollowingTexts } from '../catalogues/following-texts';
import { filled, isolated } from '../catalogues/wording';
import { afterRendering, isLost } from '../view/focus';
import { OwnPanel } from '../view/own-panel';
import { useFrame } from '../view/use-frame';
import { End } from './list-end';
import { ReaderItem } from './person-row';
import type { ProfileState, ReaderList } from './profile';

interface ListedReadersPanelProps {
  name: string;
  people: NonNullable<NonNullable<ProfileState>['people']>;
  texts: FollowingTexts;
}

/** Of what leads to a list. */
export const leadIdOf = (list: ReaderList): string => `parley-profile-${list}`;

/** Readers whom somebody follows, or who follow them, in front of their profile. */
export function ListedReadersPanel({ name, people: { list, readers }, texts }: ListedReadersPanelProps): VNode {
  const { act } = useFrame();
  // What led here may have come after this, or be there no more.
  useLayoutEffect(() => {
    return () =>
      afterRendering(() => {
        for (const id of [leadIdOf(list), 'parley-profile-title'])
          if (isLost()) document.getElementById(id)?.focus({ preventScroll: true });
      });
  }, []);
  return (
    <OwnPanel
      id="parley-listed"
      class="people"
      title={filled(texts.listOf[list], { name: isolated(name) })}
      back={texts.back}
      onClose={() => act((frame) => frame.readers.profile.closePeople())}
    >
      <p class="people-note">{texts.listNote}</p>
      <ol class="people-list">
        {readers.items.map((reader) => (
          <ReaderItem key={reader.id} reader={reader} texts={texts} />
        ))}
      </ol>
      <End list={readers} texts={texts} none={texts.nobodyListed} onRead={() => act((frame) => frame.readers.profile.readPeople())} />
    </OwnPanel>
  );
}
