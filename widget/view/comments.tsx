import type { VNode } from 'preact';
import type { Conversation } from '../conversation/conversation';
import type { Reading } from '../frame/reading';
import { Byline, CommentArticle, CommentItem } from './comment-item';
import { CommentText } from './comment-text';
import { focusComment } from './focus';
import { OwnSlot } from './own-slot';
import { LoadTrouble } from './replies';
import { useScene } from './scene';

/** The comments: all of them page by page, or one part of the conversation. */
export function Comments(): VNode {
  const { model, conversation, outgoing, session } = useScene();
  const { texts } = model.wording;
  const { tops, permalink } = conversation;
  const shown = [...tops.late, ...tops.loaded];
  const isEmpty = shown.length === 0 && outgoing.length === 0 && session.unpublished.length === 0;
  return (
    <>
      {permalink !== null && <PartHead ancestors={permalink.ancestors} />}
      {isEmpty && (
        <div class="empty">
          <p class="empty-title">{texts.emptyTitle}</p>
          {conversation.state.mode === 'open' && <p>{texts.emptyInvitation}</p>}
        </div>
      )}
      <ol class="comments">
        {permalink === null && <OwnSlot parentId={null} />}
        {shown.map((id) => (
          <CommentItem key={id} id={id} level={0} />
        ))}
      </ol>
      {permalink === null && conversation.nextCursor !== null && <MoreComments conversation={conversation} />}
    </>
  );
}

/** What a comment answers, outermost first, and the way back. */
function PartHead({ ancestors }: { ancestors: readonly string[] }): VNode {
  const { model, act, conversation } = useScene();
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
        {ancestors.map((id) => {
          const comment = conversation.comments.get(id);
          if (!comment) return null;
          return (
            <li key={id} class="ancestor">
              <CommentArticle comment={comment} isHighlighted={false}>
                <header class="comment-head">
                  <Byline comment={comment} />
                </header>
                {comment.state === 'published' && <CommentText body={comment.body} spoilerLabel={texts.showHiddenText} />}
              </CommentArticle>
            </li>
          );
        })}
      </ol>
    </>
  );
}

function MoreComments({ conversation }: { conversation: Conversation }): VNode {
  const { model, act, screen } = useScene();
  const { texts } = model.wording;
  const isLoading = screen.loading.has('more');
  const showMore = async ({ reading }: { reading: Reading }): Promise<void> => {
    const shown = conversation.tops.loaded.length;
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
