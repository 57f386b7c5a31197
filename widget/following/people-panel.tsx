import type { VNode } from 'preact';
import type { FollowView, MuteView } from '../../contract/following';
import type { FollowingTexts } from '../catalogues/following-texts';
import { useStore } from '../store/use-store';
import { OwnPanel, TabPanel, Tabs } from '../view/own-panel';
import { PanelLink } from '../view/panel-link';
import { useFrame } from '../view/use-frame';
import { counted } from './counted';
import { FollowButton } from './follow-button';
import { End } from './list-end';
import { MuteWordsForm } from './mute-words-form';
import type { PeopleState, PeopleTab } from './people';
import { NameButton, PersonRow, ReaderItem } from './person-row';
import { keyOf } from './pressed';
import { usePress } from './use-press';

const tabs: readonly PeopleTab[] = ['following', 'followers', 'muted'];
const panelId = 'parley-people';

interface ListProps {
  people: NonNullable<PeopleState>;
  texts: FollowingTexts;
}

/** Whom and what the reader follows, who follows them, and what they do not want to see; in the place of the conversation. */
export function PeoplePanel({ texts }: Pick<ListProps, 'texts'>): VNode | null {
  const { model, act } = useFrame();
  const people = useStore(model.people, (state) => state);
  if (people === null) return null;
  const { tab } = people;
  const List = { following: Following, followers: Followers, muted: Muted }[tab];
  return (
    <OwnPanel
      id={panelId}
      class="people"
      title={texts.peopleTitle}
      back={texts.back}
      onClose={() => act((frame) => frame.readers.people.close())}
    >
      <PanelLink
        text={texts.toMine}
        onFollow={({ mine, readers }) => {
          readers.people.close();
          mine.open('comments');
        }}
      />
      <Tabs
        panelId={panelId}
        tabs={tabs.map((each) => [each, texts.tabs[each]])}
        chosen={tab}
        onShow={(chosen) => act((frame) => frame.readers.people.show(chosen))}
      />
      <TabPanel panelId={panelId} tab={tab}>
        <List people={people} texts={texts} />
      </TabPanel>
    </OwnPanel>
  );
}

function Following({ people: { following: list, areListsPublic }, texts }: ListProps): VNode {
  const { act } = useFrame();
  return (
    <>
      {areListsPublic && <p class="people-note">{texts.everybodySees}</p>}
      <ol class="people-list">
        {list.items.map((follow) => (
          <FollowItem key={keyOf(follow)} follow={follow} texts={texts} />
        ))}
      </ol>
      <End list={list} texts={texts} none={texts.nothingFollowed} onRead={() => act((frame) => frame.readers.people.read('following'))} />
    </>
  );
}

function FollowItem({ follow, texts }: { follow: FollowView } & Pick<ListProps, 'texts'>): VNode {
  const { kind, subject, title, url } = follow;
  const [press, refusal] = usePress(texts);
  return (
    <PersonRow
      note={texts.kinds[kind]}
      refusal={refusal}
      action={<FollowButton topic={follow} title={title} known texts={texts} onPress={press} />}
    >
      {kind === 'reader' ? <NameButton reader={{ id: subject, name: title }} /> : <Titled title={title} url={url} />}
    </PersonRow>
  );
}

function Titled({ title, url }: Pick<FollowView, 'title' | 'url'>): VNode {
  if (url === null) return <bdi dir="auto">{title}</bdi>;
  return (
    <a href={url} target="_blank" rel="noopener">
      <bdi dir="auto">{title || url}</bdi>
    </a>
  );
}

function Followers({ people: { followers: list, followerCount, areListsPublic }, texts }: ListProps): VNode {
  const { model, act } = useFrame();
  return (
    <>
      {followerCount !== null && followerCount > 0 && (
        <p class="people-note">
          {counted(texts.followedBy, followerCount, model.wording)} {areListsPublic ? texts.everybodySees : texts.onlyYouSee}
        </p>
      )}
      <ol class="people-list">
        {list.items.map((follower) => (
          <ReaderItem key={follower.id} reader={follower} texts={texts} />
        ))}
      </ol>
      <End list={list} texts={texts} none={texts.nobodyFollows} onRead={() => act((frame) => frame.readers.people.read('followers'))} />
    </>
  );
}

function Muted({ people: { muted: list }, texts }: ListProps): VNode {
  const { act } = useFrame();
  return (
    <>
      <ol class="people-list">
        {list.items.map((mute) => (
          <MutedItem key={mute.reader.id} mute={mute} texts={texts} />
        ))}
      </ol>
      <End list={list} texts={texts} none={texts.nobodyMuted} onRead={() => act((frame) => frame.readers.people.read('muted'))} />
      <MuteWordsForm texts={texts} />
    </>
  );
}

/** Stays in its place when it is undone, so that it can be done again. */
function MutedItem({ mute: { reader, kind }, texts }: { mute: MuteView } & Pick<ListProps, 'texts'>): VNode {
  const { model } = useFrame();
  const pressed = useStore(model.pressed, ({ mutes }) => mutes.get(reader.id));
  const now = pressed === undefined ? kind : pressed;
  const [press, refusal] = usePress(texts);
  const change = (): void => press((following, again) => following.mute(reader.id, now === null ? kind : null, again));
  const done = { mute: texts.isMuted, block: texts.isBlocked };
  const text = kind === 'mute' ? { do: texts.mute, end: texts.unmute } : { do: texts.block, end: texts.unblock };
  const label = now === null ? text.do : text.end;
  return (
    <PersonRow
      note={now === null ? undefined : done[now]}
      refusal={refusal}
      action={
        <button type="button" class="quiet is-framed" aria-label={`${label}: ${reader.name}`} onClick={change}>
          {label}
        </button>
      }
    >
      <NameButton reader={reader} />
    </PersonRow>
  );
}
