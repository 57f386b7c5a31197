import type { VNode } from 'preact';
import type { Reading } from '../frame/reading';
import { ownUnpublished } from '../session/own-unpublished';
import { useStore } from '../store/use-store';
import { Byline, CommentArticle, CommentItem, ShownText } from './comment-item';
import { focusComment } from './focus';
import { OwnSlot } from './own-slot';
import { deepestLevel, LoadTrouble } from './replies';
import { useConversation, useFrame } from './use-frame';

/** The comments: all of them page by page, or one part of the conversation. */
export function Comments(): VNode {
  const { model } = useFrame();
  const { texts } = model.wording;
  const tops = useConversation((conversation) => conversation.tops);
  const permalink = useConversation((conversation) => conversation.permalink);
  const hasMore = useConversation(({ nextCursor }) => nextCursor !== null);
  const isPicks = useConversation(({ order }) => order === 'picks');
  const isWhole = permalink === null && !isPicks;
  const isOpen = useConversation(({ state }) => state.mode === 'open');
  const hasOutgoing = useStore(model.outgoing, (outgoing) => outgoing.some(({ isShown }) => isShown));
  const hasUnpublished = useStore(model.session, (session) => ownUnpublished(session, model.now.get(), true).length > 0);
  const hasNone = useConversation(({ state }) => state.commentCount === 0);
  const shown = [...tops.late, ...tops.loaded];
  const isLinkGone = permalink !== null && shown.length === 0;
  const isEmpty = isWhole && shown.length === 0 && hasNone && !hasOutgoing && !hasUnpublished;
  return (
    <>
      {permalink !== null && <PartHead ancestors={permalink.ancestors} />}
      {isLinkGone && <p class="tombstone">{texts.tombstone}</p>}
      {isEmpty && (
        <div class="empty">
          <p class="empty-title">{texts.emptyTitle}</p>
          {isOpen && <p>{texts.emptyInvitation}</p>}
        </div>
      )}
      {/* A branch that is folded in one is not in the other. */}
      <ol class="comments" key={permalink?.id ?? isPicks}>
        {isWhole && <OwnSlot parentId={null} />}
        {shown.map((id) => (
          <CommentItem key={id} id={id} level={isPicks ? deepestLevel : 0} />
        ))}
      </ol>
      {permalink === null && hasMore && <MoreComments />}
    </>
  );
}

/** What a comment answers, outermost first, and the way back. */
function PartHead({ ancestors }: { ancestors: readonly string[] }): VNode {
  const { model, act } = useFrame();
  const { texts } = model.wording;
  return (
    <>
      <div class="part-head">
        <p>{texts.onePart}</p>
        <button type="button" class="link" onClick={() => act(({ reading }) => reading.closePart())}>
          {texts.seeWhole}
        </button>
      </div>
      <ol class="ancestors">
        {ancestors.map((id) => (
          <Ancestor key={id} id={id} />
        ))}
      </ol>
    </>
  );
}

function Ancestor({ id }: { id: string }): VNode | null {
  const comment = useConversation(({ comments }) => comments.get(id));
  if (!comment) return null;
  return (
    <li class="ancestor">
      <CommentArticle comment={comment} isHighlighted={false}>
        <header class="comment-head">
          <Byline comment={comment} />
        </header>
        {comment.state === 'published' && <ShownText comment={comment} />}
      </CommentArticle>
    </li>
  );
}

function MoreComments(): VNode {
  const { model, act } = useFrame();
  const { texts } = model.wording;
  const isLoading = useStore(model.screen, ({ loading }) => loading.has('more'));
  const showMore = async ({ reading }: { reading: Reading }): Promise<void> => {
    const shown = reading.shown.tops.loaded.length;
    await reading.showMore();
    const next = reading.shown.tops.loaded[shown];
    if (next !== undefined) focusComment(next);
  };
  return (
    <p class="more-comments">
      <button type="button" class="more-button" aria-disabled={isLoading} onClick={() => act(showMore)}>
        {isLoading ? texts.loading : texts.moreComments}
      </button>
      <LoadTrouble name="more" />
    </p>
  );
}
