import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { OwnComment } from '../../contract/conversation';
import { NoAnswer, Refusal } from '../api/parley-api';
import type { Wording } from '../catalogues/wording';
import { replyTo } from '../drafts/drafts';
import type { Outgoing } from '../drafts/outbox';
import { refusalText } from '../frame/refusal-text';
import { slowModeText } from '../frame/slow-mode';
import { ownUnpublished } from '../session/own-unpublished';
import { useStore } from '../store/use-store';
import { Avatar } from './avatar';
import { CommentText } from './comment-text';
import { WhyButton } from './composer-parts';
import { EditForm } from './edit-form';
import { afterRendering, followPosted, isLost, ownElementId, takeFocus, textElementId } from './focus';
import { When } from './time';
import { useConversation, useFrame } from './use-frame';
import { useWaitSeconds } from './wait';
import { WithdrawQuestion } from './withdraw-question';

/** What only its author sees under a parent, or at the top: comments on their way, and those that are not published. */
export function OwnItems({ parentId }: { parentId: string | null }): VNode {
  const { model } = useFrame();
  const session = useStore(model.session, (state) => state);
  const outgoing = useStore(model.outgoing, (all) => all);
  const held = useStore(model.desk, (desk) => (desk.held?.parentId === parentId ? desk.held : null));
  const comments = useConversation((conversation) => conversation.comments);
  const now = useStore(model.now, (milliseconds) => milliseconds);
  const isHere = (own: OwnComment): boolean => own.parentId === parentId && comments.get(own.id)?.state !== 'published';
  const shown = ownUnpublished(session, now, true).filter(isHere);
  const items = [
    ...shown.map((own) => <UnpublishedItem key={own.id} own={own} />),
    ...outgoing
      .filter((each) => each.parentId === parentId && each.isShown)
      .map((each) => <OutgoingItem key={each.clientId} outgoing={each} />),
    held && <HeldItem key="held" text={held.text} />,
  ];
  // Above the top-level comments the newest comes first; replies follow each other in time.
  return <>{parentId === null ? items.reverse() : items}</>;
}

/** Looks like one that is on its way, which it will be in a moment. */
function HeldItem({ text }: { text: string }): VNode {
  const { texts } = useFrame().model.wording;
  return (
    <OwnItem id="held" isLatest={false}>
      <p class="text outgoing-text" dir="auto">
        {text}
      </p>
      <p class="own-note">{texts.sending}</p>
    </OwnItem>
  );
}

function OutgoingItem({ outgoing }: { outgoing: Outgoing }): VNode {
  const { model, act } = useFrame();
  const isLatest = useStore(model.desk, ({ latest }) => latest === outgoing.clientId);
  const { texts } = model.wording;
  const { text, failure, parentId } = outgoing;
  const place = replyTo(parentId);
  const isSlow = failure instanceof Refusal && failure.problem.code === 'slow_mode';
  const takeBack = (): void => {
    act(({ writing }) => {
      writing.takeBack(outgoing);
      afterRendering(() => document.getElementById(textElementId(place))?.focus());
    });
  };
  // Refused, it is a draft again: whoever waited for it goes on writing there.
  useLayoutEffect(() => {
    return () => {
      if (isLost()) return;
      afterRendering(() => {
        if (isLost() && model.desk.get().refusals[place]) document.getElementById(textElementId(place))?.focus({ preventScroll: true });
      });
    };
  }, []);
  return (
    <OwnItem id={outgoing.clientId} isLatest={isLatest}>
      <p class="text outgoing-text" dir="auto">
        {text}
      </p>
      <p class="own-note" role="status">
        {failure === null ? texts.sending : whyItWaits(failure, model.wording)}
        {failure !== null && !isSlow && (
          <button type="button" class="link" onClick={() => act(({ writing }) => writing.outbox.retryNow())}>
            {texts.tryAgain}
          </button>
        )}
        {failure !== null && (
          <button type="button" class="link" onClick={takeBack}>
            {texts.edit}
          </button>
        )}
      </p>
      {isSlow && <TurnCountdown />}
    </OwnItem>
  );
}

/** Beside what is read out: it changes every second. */
function TurnCountdown(): VNode {
  const seconds = useWaitSeconds();
  return <p class="own-note">{seconds > 0 && slowModeText(seconds, useFrame().model.wording)}</p>;
}

function whyItWaits(failure: NoAnswer | Refusal, wording: Wording): string {
  if (failure instanceof NoAnswer) return wording.texts.waitingToSend;
  const { texts } = wording;
  const reasons: Record<string, string> = { too_many_requests: texts.waitingItsTurn, slow_mode: texts.waitingForTurn };
  return reasons[failure.problem.code] ?? refusalText(failure, wording);
}

function UnpublishedItem({ own }: { own: OwnComment }): VNode | null {
  const { model, act } = useFrame();
  const { texts } = model.wording;
  const isLatest = useStore(model.desk, ({ latest }) => latest === own.id);
  const isEditing = useStore(model.desk, ({ editing }) => editing?.id === own.id);
  const [isWithdrawing, setWithdrawing] = useState(false);
  const isEditable = useStore(model.now, (now) => now < Date.parse(own.editableUntil));
  useLayoutEffect(() => {
    if (isLatest) act(({ writing }) => writing.forgetLatest(own.id));
  }, [isLatest]);
  if (own.status === 'published' || own.status === 'withdrawn') return null;
  return (
    <OwnItem id={own.id} isLatest={isLatest} postedAt={own.postedAt}>
      {isEditing ? <EditForm id={own.id} /> : <CommentText body={own.body} spoilerLabel={texts.showHiddenText} />}
      <p class="own-note" role="status">
        {texts.unpublished[own.status]}
        {own.status !== 'held' && <WhyButton />}
      </p>
      {own.status === 'held' && (
        <div class="actions">
          {isEditable && (
            <button
              type="button"
              class="quiet"
              aria-expanded={isEditing}
              onClick={() => act(({ writing }) => (isEditing ? writing.closeEdit() : writing.startEdit(own.id, own)))}
            >
              {texts.edit}
            </button>
          )}
          <button type="button" class="quiet" aria-expanded={isWithdrawing} onClick={() => setWithdrawing(!isWithdrawing)}>
            {texts.withdraw}
          </button>
        </div>
      )}
      {isWithdrawing && (
        <WithdrawQuestion
          texts={texts}
          onWithdraw={(onRefused) => act(({ writing }) => writing.withdraw(own.id).then(onRefused))}
          onKeep={() => setWithdrawing(false)}
        />
      )}
    </OwnItem>
  );
}

interface OwnItemProps {
  id: string;
  isLatest: boolean;
  postedAt?: string;
  children: (VNode | false)[];
}

function OwnItem({ id, isLatest, postedAt, children }: OwnItemProps): VNode {
  const { model } = useFrame();
  const reader = useStore(model.session, (session) => session.reader);
  const item = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const follow = postedAt === undefined ? takeFocus : followPosted;
    if (isLatest) afterRendering(() => follow(item.current));
  }, [isLatest]);
  const author = reader ?? { id: '', name: model.wording.texts.composerLabel };
  return (
    <li class="branch">
      <article class="comment is-own" id={ownElementId(id)} ref={item} tabIndex={-1}>
        <header class="comment-head">
          <Avatar id={author.id} name={author.name} />
          <div class="byline">
            <h3 class="name">
              <bdi dir="auto">{author.name}</bdi>
            </h3>
            {postedAt !== undefined && <When at={postedAt} />}
          </div>
        </header>
        {children}
      </article>
    </li>
  );
}
