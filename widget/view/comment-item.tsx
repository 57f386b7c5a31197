import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PublishedComment, VisibleComment } from '../../contract/conversation';
import { Avatar } from './avatar';
import { CommentActions } from './comment-actions';
import { CommentText } from './comment-text';
import { afterRendering, commentElementId } from './focus';
import { later } from './later';
import { Replies } from './replies';
import { ReplyNews } from './reply-news';
import { useScene } from './scene';
import { When } from './time';

/** A comment with everything under it. `level`: how deep it stands in what is shown. */
export function CommentItem({ id, level }: { id: string; level: number }): VNode | null {
  const { conversation } = useScene();
  const [isCollapsed, setCollapsed] = useState(false);
  const comment = conversation.comments.get(id);
  if (!comment) return null;
  const isHighlighted = conversation.permalink?.id === id;
  return (
    <li class="branch" data-level={level}>
      <CommentArticle comment={comment} isHighlighted={isHighlighted}>
        <CommentHead comment={comment} isCollapsed={isCollapsed} onCollapse={() => setCollapsed(!isCollapsed)} />
        {!isCollapsed && <CommentContent comment={comment} />}
      </CommentArticle>
      {!isCollapsed && <Replies parent={comment} level={level} />}
    </li>
  );
}

interface ArticleProps {
  comment: VisibleComment;
  isHighlighted: boolean;
  children: (VNode | false)[];
}

export function CommentArticle({ comment, isHighlighted, children }: ArticleProps): VNode {
  const { act, desk } = useScene();
  const article = useRef<HTMLElement>(null);
  const isLatest = desk.latest === comment.id;
  useLayoutEffect(() => {
    if (!isLatest) return;
    afterRendering(() => article.current?.focus());
    act(({ writing }) => writing.noteSeen(comment.id));
  }, [isLatest]);
  return (
    <article
      ref={article}
      id={commentElementId(comment.id)}
      class={isHighlighted ? 'comment is-highlighted' : 'comment'}
      aria-labelledby={`by-${comment.id}`}
      tabIndex={-1}
    >
      {children}
    </article>
  );
}

interface HeadProps {
  comment: VisibleComment;
  isCollapsed: boolean;
  onCollapse(): void;
}

function CommentHead({ comment, isCollapsed, onCollapse }: HeadProps): VNode {
  const { model } = useScene();
  const { texts } = model.wording;
  return (
    <header class="comment-head">
      <Byline comment={comment} />
      {comment.replyCount > 0 && (
        <button
          type="button"
          class="collapse"
          aria-expanded={!isCollapsed}
          aria-label={isCollapsed ? texts.expand : texts.collapse}
          title={isCollapsed ? texts.expand : texts.collapse}
          onClick={onCollapse}
        >
          {isCollapsed ? '+' : '−'}
        </button>
      )}
    </header>
  );
}

export function Byline({ comment }: { comment: VisibleComment }): VNode {
  const { texts } = useScene().model.wording;
  if (comment.state === 'tombstone') {
    return (
      <p class="tombstone" id={`by-${comment.id}`}>
        {texts.tombstone}
      </p>
    );
  }
  return (
    <>
      <Avatar id={comment.author.id} name={comment.author.name} />
      <div class="byline">
        <h3 class="name" id={`by-${comment.id}`}>
          <bdi dir="auto">{comment.author.name}</bdi>
          {comment.author.badge && <span class="badge">{texts.staff}</span>}
        </h3>
        <When at={comment.postedAt} note={comment.editedAt === null ? undefined : texts.edited} />
      </div>
    </>
  );
}

function CommentContent({ comment }: { comment: VisibleComment }): VNode | null {
  return comment.state === 'published' ? <PublishedContent comment={comment} /> : <ReplyNews parentId={comment.id} />;
}

function PublishedContent({ comment }: { comment: PublishedComment }): VNode {
  const { model, desk } = useScene();
  const isEditing = desk.editing?.id === comment.id;
  return (
    <>
      {isEditing && later.loaded ? (
        <later.loaded.EditForm id={comment.id} />
      ) : (
        <CommentText body={comment.body} spoilerLabel={model.wording.texts.showHiddenText} />
      )}
      <CommentActions comment={comment} />
    </>
  );
}
