import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { OwnComment } from '../../contract/conversation';
import type { Outgoing } from '../drafts/outbox';
import { Avatar } from './avatar';
import { CommentText } from './comment-text';
import { EditForm } from './edit-form';
import { afterRendering } from './focus';
import { useScene } from './scene';
import { When } from './time';

const worthShowingMilliseconds = 7 * 24 * 60 * 60_000;

/** What only its author sees under a parent, or at the top: comments on their way, and those that are not published. */
export function OwnItems({ parentId }: { parentId: string | null }): VNode {
  const { outgoing, session, now, conversation, desk } = useScene();
  const unpublished = session.unpublished.filter((own) => {
    if (own.parentId !== parentId || own.status === 'withdrawn' || conversation.comments.has(own.id)) return false;
    return own.status === 'held' || now - Date.parse(own.postedAt) < worthShowingMilliseconds;
  });
  return (
    <>
      {unpublished.map((own) => (
        <UnpublishedItem key={own.id} own={own} />
      ))}
      {outgoing
        .filter((each) => each.parentId === parentId)
        .map((each) => (
          <OutgoingItem key={each.clientId} outgoing={each} />
        ))}
      {desk.held?.parentId === parentId && <HeldItem text={desk.held.text} />}
    </>
  );
}

/** Looks like one that is on its way, which it will be in a moment. */
function HeldItem({ text }: { text: string }): VNode {
  const { texts } = useScene().model.wording;
  return (
    <OwnItem isLatest={false}>
      <p class="text outgoing-text" dir="auto">
        {text}
      </p>
      <p class="own-note">{texts.sending}</p>
    </OwnItem>
  );
}

function OutgoingItem({ outgoing }: { outgoing: Outgoing }): VNode {
  const { model, act, desk } = useScene();
  const { texts } = model.wording;
  return (
    <OwnItem isLatest={desk.latest === outgoing.clientId}>
      <p class="text outgoing-text" dir="auto">
        {outgoing.text}
      </p>
      <p class="own-note" role="status">
        {outgoing.progress === 'sending' ? texts.sending : texts.waitingToSend}
        {outgoing.progress === 'waiting' && (
          <button type="button" class="link" onClick={() => act(({ writing }) => writing.outbox.retryNow())}>
            {texts.tryAgain}
          </button>
        )}
      </p>
    </OwnItem>
  );
}

function UnpublishedItem({ own }: { own: OwnComment }): VNode | null {
  const { model, act, desk, now } = useScene();
  const { texts } = model.wording;
  const isLatest = desk.latest === own.id;
  const isEditing = desk.editing?.id === own.id;
  useLayoutEffect(() => {
    if (isLatest) act(({ writing }) => writing.noteSeen(own.id));
  }, [isLatest]);
  if (own.status === 'published' || own.status === 'withdrawn') return null;
  return (
    <OwnItem isLatest={isLatest} postedAt={own.postedAt}>
      {isEditing ? <EditForm id={own.id} /> : <CommentText body={own.body} spoilerLabel={texts.showHiddenText} />}
      <p class="own-note" role="status">
        {texts.unpublished[own.status]}
      </p>
      {own.status === 'held' && (
        <div class="actions">
          {now < Date.parse(own.editableUntil) && (
            <button
              type="button"
              class="quiet"
              aria-expanded={isEditing}
              onClick={() => act(({ writing }) => writing.startEdit(own.id, own))}
            >
              {texts.edit}
            </button>
          )}
          <button type="button" class="quiet" onClick={() => act(({ writing }) => writing.withdraw(own.id))}>
            {texts.withdraw}
          </button>
        </div>
      )}
    </OwnItem>
  );
}

interface OwnItemProps {
  isLatest: boolean;
  postedAt?: string;
  children: (VNode | false)[];
}

function OwnItem({ isLatest, postedAt, children }: OwnItemProps): VNode {
  const { model, session } = useScene();
  const item = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (isLatest) afterRendering(() => item.current?.focus());
  }, [isLatest]);
  const { id, name } = session.reader ?? { id: '', name: model.wording.texts.composerLabel };
  return (
    <li class="branch">
      <article class="comment is-own" ref={item} tabIndex={-1}>
        <header class="comment-head">
          <Avatar id={id} name={name} />
          <div class="byline">
            <h3 class="name">
              <bdi dir="auto">{name}</bdi>
            </h3>
            {postedAt !== undefined && <When at={postedAt} />}
          </div>
        </header>
        {children}
      </article>
    </li>
  );
}
