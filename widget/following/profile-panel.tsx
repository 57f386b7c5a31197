import { Fragment, type VNode } from 'preact';
import type { CommentElsewhere, ReaderProfile } from '../../contract/following';
import type { FollowingTexts } from '../catalogues/following-texts';
import { filled, isolated, type Wording } from '../catalogues/wording';
import { useStore } from '../store/use-store';
import { Avatar } from '../view/avatar';
import { CommentLink } from '../view/comment-link';
import { CommentText } from '../view/comment-text';
import { OwnPanel } from '../view/own-panel';
import { When } from '../view/time';
import { useFrame } from '../view/use-frame';
import { counted, countedWith } from './counted';
import { End, ReadFailed } from './list-end';
import { ListedReadersPanel, leadIdOf } from './listed-readers-panel';
import { keyOf } from './pressed';
import type { ReaderList } from './profile';
import { muteOf, RelationButtons } from './relation-buttons';

interface WithTexts {
  texts: FollowingTexts;
}

/** A reader as others meet them, in the place of the conversation. */
export function ProfilePanel({ texts }: WithTexts): VNode | null {
  const { model, act } = useFrame();
  const state = useStore(model.profile, (open) => open);
  if (state === null) return null;
  const { reader, profile, progress, people } = state;
  return (
    <Fragment key={reader.id}>
      <OwnPanel
        id="parley-profile"
        class="profile"
        title={profile?.name ?? reader.name}
        back={texts.back}
        onClose={() => act((frame) => frame.readers.profile.close())}
      >
        <div class="profile-head">
          <Avatar id={reader.id} name={reader.name} />
          {progress === 'gone' && <p>{texts.noSuchReader}</p>}
          {progress === 'failed' && <ReadFailed onRead={() => act((frame) => frame.readers.profile.readHead())} />}
          {profile === null ? progress === 'reading' && <p>{model.wording.texts.loading}</p> : <Facts profile={profile} texts={texts} />}
        </div>
        {profile !== null && <About profile={profile} texts={texts} />}
        {progress !== 'gone' && <Comments texts={texts} profile={profile} />}
      </OwnPanel>
      {people && <ListedReadersPanel key={people.list} name={profile?.name ?? reader.name} people={people} texts={texts} />}
    </Fragment>
  );
}

interface ProfileProps extends WithTexts {
  profile: ReaderProfile;
}

function Facts({ profile, texts }: ProfileProps): VNode {
  const { model } = useFrame();
  const { wording } = model;
  const { badge, joinedAt, commentCount, followerCount, followeeCount } = profile;
  const key = keyOf({ kind: 'reader', subject: profile.id });
  const now = useStore(model.pressed, ({ follows }) => follows.get(key));
  const known = profile.relation?.isFollowed ?? false;
  const followers = countedWith(followerCount, Number(now ?? known) - Number(known));
  return (
    <div class="profile-facts">
      <p>
        {badge && <span class="badge">{wording.texts.staff}</span>}
        {filled(texts.hereSince, { month: monthOf(joinedAt, wording) })}
      </p>
      <p>
        {inOnePiece(counted(wording.texts.comments, commentCount, wording))}
        {' · '}
        <ListLead list="followers" profile={profile} text={counted(texts.followers, followers, wording)} />
        {' · '}
        <ListLead list="follows" profile={profile} text={counted(texts.followees, followeeCount, wording)} />
      </p>
    </div>
  );
}

/** How many there are, and the way to them where the site shows them. */
function ListLead({ list, profile, text }: { list: ReaderList; profile: ReaderProfile; text: string }): VNode {
  const { act } = useFrame();
  if (!profile.hasPublicLists) return <>{inOnePiece(text)}</>;
  return (
    <button type="button" class="link" id={leadIdOf(list)} onClick={() => act((frame) => frame.readers.profile.openPeople(list))}>
      {inOnePiece(text)}
    </button>
  );
}

const inOnePiece = (fact: string): string => fact.replaceAll(' ', '\u00a0');

function monthOf(time: string, { language }: Wording): string {
  return new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric' }).format(new Date(time));
}

/** What the reader can do about them. */
function About({ profile, texts }: ProfileProps): VNode {
  const readerId = useStore(useFrame().model.session, ({ reader }) => reader?.id);
  if (readerId === profile.id) return <p class="profile-note">{texts.isYou}</p>;
  return <RelationButtons reader={profile} known={profile.relation} texts={texts} />;
}

/** Nothing of who is muted or blocked. */
function Comments({ texts, profile }: WithTexts & { profile: ReaderProfile | null }): VNode | null {
  const { model, act } = useFrame();
  const list = useStore(model.profile, (open) => open?.comments);
  const isMuted = useStore(model.pressed, (pressed) => muteOf(profile, pressed) !== null);
  if (list === undefined || isMuted) return null;
  return (
    <>
      <ol class="elsewhere-list">
        {list.items.map((item) => (
          <Elsewhere key={item.comment.id} item={item} texts={texts} />
        ))}
      </ol>
      <End list={list} texts={texts} none={texts.noComments} onRead={() => act((frame) => frame.readers.profile.readComments())} />
    </>
  );
}

/** A comment, with what it answers, and the way to it. */
function Elsewhere({ item: { comment, thread, parent }, texts }: WithTexts & { item: CommentElsewhere }): VNode {
  const { wording } = useFrame().model;
  const note = comment.editedAt === null ? undefined : wording.texts.edited;
  return (
    <li>
      <article aria-labelledby={`elsewhere-${comment.id}`}>
        <header class="elsewhere-head">
          <h3 id={`elsewhere-${comment.id}`}>
            <CommentLink
              commentId={comment.id}
              thread={thread}
              onFollow={({ readers, inbox }, isHere) => {
                if (!isHere) return;
                readers.closeAll();
                inbox.close();
              }}
            >
              <bdi dir="auto">{thread.title || thread.url}</bdi>
            </CommentLink>
          </h3>
          <When at={comment.postedAt} note={note} />
        </header>
        {parent && (
          <blockquote class="elsewhere-parent">
            <p>{filled(texts.answers, { name: isolated(parent.author.name) })}</p>
            <p dir="auto">{parent.excerpt}</p>
          </blockquote>
        )}
        <CommentText body={comment.body} spoilerLabel={wording.texts.showHiddenText} />
      </article>
    </li>
  );
}
