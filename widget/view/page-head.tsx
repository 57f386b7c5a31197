import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import { commentOrders } from '../../contract/conversation';
import { filled, type Wording } from '../catalogues/wording';
import type { Listing } from '../conversation/conversation';
import type { PresenceState } from '../frame/frame-model';
import type { SessionState } from '../session/session';
import { useStore } from '../store/use-store';
import { titleId } from './focus';
import { JoinPanel } from './join-panel';
import { later } from './later';
import { useLazyPart } from './lazy-part';
import { useConversation, useFrame } from './use-frame';

/** How many comments there are, and who is reading. */
export function PageHead(): VNode {
  const { wording } = useFrame().model;
  const commentCount = useConversation(({ state }) => state.commentCount);
  const trouble = useStore(useFrame().model.trouble, (last) => (last?.commentId === null ? last.text : null));
  return (
    <header class="page-head">
      <h2 id={titleId} tabIndex={-1}>
        {commentCount === 0 ? wording.texts.title : wording.plural(wording.texts.comments, commentCount)}
      </h2>
      <SessionCorner />
      <p class="refusal" role="alert">
        {trouble}
      </p>
      <JoinPanel place="top" />
    </header>
  );
}

/** Its place is as wide as a visitor needs it, whoever is reading: nothing moves when that is known. */
function SessionCorner(): VNode {
  const { model, act } = useFrame();
  const reader = useStore(model.session, (session) => session.reader);
  const { texts } = model.wording;
  return (
    <div class="session">
      <div class={reader === null ? 'visitor' : 'visitor is-away'}>
        <button type="button" class="quiet" onClick={() => act((frame) => frame.askToJoin({ place: 'top', mode: 'logIn' }))}>
          {texts.logIn}
        </button>
        <button type="button" class="join-button" onClick={() => act((frame) => frame.askToJoin({ place: 'top', mode: 'join' }))}>
          {texts.join}
        </button>
      </div>
      {reader && later.loaded && <later.loaded.LoggedIn name={reader.name} />}
      <SessionNews reader={reader} />
    </div>
  );
}

/** Says aloud that somebody has logged in or out; not who was there from the beginning. */
function SessionNews({ reader }: Pick<SessionState, 'reader'>): VNode {
  const { texts } = useFrame().model.wording;
  const before = useRef(reader);
  const news = useRef('');
  if (before.current !== undefined && before.current?.id !== reader?.id)
    news.current = reader ? filled(texts.loggedIn, { name: reader.name }) : texts.loggedOut;
  before.current = reader;
  return (
    <span class="only-heard" role="status">
      {news.current}
    </span>
  );
}

/** The orders, and how many are reading. Where one part is shown, there is nothing to order. */
export function OrderRow(): VNode | null {
  const { model } = useFrame();
  const { wording } = model;
  const isWhole = useConversation(({ permalink }) => permalink === null);
  const hasPicks = useConversation(({ state, order }) => state.pickCount !== undefined || order === 'picks');
  const part = useLazyPart(later);
  const others = useStore(model.presence, (presence) => othersText(presence, wording));
  if (!isWhole) return null;
  return (
    <div class="order-row">
      <fieldset class="orders" aria-label={wording.texts.orderLabel}>
        {commentOrders.map((order) => (
          <OrderButton key={order} order={order} />
        ))}
      </fieldset>
      {/* There is room for picks whether or not there are any. */}
      <div class="beside-orders">
        {hasPicks && <OrderButton order="picks" />}
        <p class="reading">
          {/* Another text is another element: it appears, and nothing moves. */}
          <span key={others}>{others}</span>
        </p>
        <div class="follow-slot">{part && <part.FollowToggle />}</div>
      </div>
    </div>
  );
}

function OrderButton({ order }: { order: Listing }): VNode {
  const { model, act } = useFrame();
  const isChosen = useConversation((conversation) => conversation.order === order);
  const isLoading = useStore(model.screen, ({ loading }) => loading.has('order'));
  return (
    <button
      type="button"
      class="order"
      aria-pressed={isChosen}
      aria-disabled={isLoading}
      onClick={() => act(({ reading }) => reading.sortBy(order))}
    >
      {model.wording.texts.orders[order]}
    </button>
  );
}

/** What the others do. */
function othersText({ typing, reading }: PresenceState, wording: Wording): string {
  if (typing.has(null)) return wording.texts.somebodyWrites;
  return reading !== null && reading > 1 ? wording.plural(wording.texts.reading, reading) : '';
}
