import { Component, type VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PublishedComment, VisibleComment } from '../../contract/conversation';
import type { Catalogue } from '../catalogues/catalogue';
import { filled, isolated } from '../catalogues/wording';
import { useStore } from '../store/use-store';
import { Avatar } from './avatar';
import { CommentActions } from './comment-actions';
import { CommentText } from './comment-text';
import { afterRendering, commentElementId, followPosted } from './focus';
import { later } from './later';
import { Replies } from './replies';
import { ReplyNews } from './reply-news';
import { When } from './time';
import { useConversation, useFrame } from './use-frame';

/** Replies further in stand straight below what they answer on a narrow screen. */
const lastIndentedLevel = 2;

interface ItemProps {
  id: string;
  /** How deep it stands in what is shown. */
  level: number;
}

/** A comment with everything under it. */
export class CommentItem extends Component<ItemProps> {
  /** Its key is its id, and its place has one level: what it renders again for, it hears itself. */
  override shouldComponentUpdate(): boolean {
    return false;
  }

  override render(): VNode {
    return <Branch {...this.props} />;
  }
}

function Branch({ id, level }: ItemProps): VNode | null {
  const comment = useConversation(({ comments }) => comments.get(id));
  const isHighlighted = useConversation(({ permalink }) => permalink?.id === id);
  const hidden = useStore(useFrame().model.hidden, (all) => all.get(id));
  const [wasCollapsed, setCollapsed] = useState(false);
  if (!comment || hidden === 'none') return null;
  // The line in its place has nothing to expand it with.
  const isCollapsed = wasCollapsed && hidden === undefined;
  return (
    <li class="branch" data-level={level}>
      <CommentArticle comment={comment} isHighlighted={isHighlighted}>
        <CommentHead comment={comment} level={level} isCollapsed={isCollapsed} onCollapse={() => setCollapsed(!isCollapsed)} />
        {!isCollapsed && comment.state === 'published' && <PublishedContent comment={comment} />}
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
  const { model, act } = useFrame();
  const article = useRef<HTMLElement>(null);
  const isLatest = useStore(model.desk, ({ latest }) => latest === comment.id);
  const hidden = useStore(model.hidden, (all) => all.get(comment.id));
  useLayoutEffect(() => {
    if (!isLatest) return;
    afterRendering(() => followPosted(article.current));
    act(({ writing }) => writing.forgetLatest(comment.id));
  }, [isLatest]);
  return (
    <article
      ref={article}
      id={commentElementId(comment.id)}
      class={isHighlighted ? 'comment is-highlighted' : 'comment'}
      aria-labelledby={`by-${comment.id}`}
      tabIndex={-1}
    >
      {hidden && later.loaded ? <later.loaded.HiddenPart comment={comment} hidden={hidden} /> : children}
    </article>
  );
}

interface HeadProps {
  comment: VisibleComment;
  level: number;
  isCollapsed: boolean;
  onCollapse(): void;
}

function CommentHead({ comment, level, isCollapsed, onCollapse }: HeadProps): VNode {
  const { model } = useFrame();
  const { texts } = model.wording;
  const action = isCollapsed ? texts.expand : texts.collapse;
  return (
    <header class="comment-head">
      <Byline comment={comment} level={level} />
      {isCollapsed && comment.replyCount > 0 && (
        <span class="hidden-replies">{model.wording.plural(texts.hiddenReplies, comment.replyCount)}</span>
      )}
      {!isCollapsed && comment.state === 'tombstone' && <ReplyNews parentId={comment.id} />}
      <button type="button" class="collapse" aria-expanded={!isCollapsed} aria-label={action} title={action} onClick={onCollapse}>
        {isCollapsed ? '+' : '−'}
      </button>
    </header>
  );
}

export function Byline({ comment, level = 0 }: { comment: VisibleComment; level?: number }): VNode {
  const { model, act } = useFrame();
  const { texts } = model.wording;
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
          <button type="button" class="by" onClick={() => act(({ readers }) => readers.profile.open(comment.author))}>
            <bdi dir="auto">{comment.author.name}</bdi>
          </button>
          {level > lastIndentedLevel && <Answers parentId={comment.parentId ?? ''} />}
          {comment.author.badge && <span class="badge">{texts.staff}</span>}
          {comment.pickedAt && <span class="pick"> {texts.pick}</span>}
        </h3>
        <When at={comment.postedAt} note={comment.editedAt === null ? undefined : texts.edited} />
      </div>
    </>
  );
}

function Answers({ parentId }: { parentId: string }): VNode | null {
  const { texts } = useFrame().model.wording;
  const name = useConversation(({ comments }) => nameOf(comments.get(parentId)));
  return name === undefined ? null : <span class="answers"> {filled(texts.answers, { name: isolated(name) })}</span>;
}

function nameOf(comment: VisibleComment | undefined): string | undefined {
  return comment?.state === 'published' ? comment.author.name : undefined;
}

function PublishedContent({ comment }: { comment: PublishedComment }): VNode {
  const { model } = useFrame();
  const { texts } = model.wording;
  const isEditing = useStore(model.desk, ({ editing }) => editing?.id === comment.id);
  const wasHeld = useStore(model.session, ({ shown }) => shown.has(comment.id));
  return (
    <>
      {isEditing && later.loaded ? <later.loaded.EditForm id={comment.id} /> : <ShownText comment={comment} />}
      {wasHeld && <ApprovedNote texts={texts} />}
      <CommentActions comment={comment} />
    </>
  );
}

/** What everybody reads, unless the reader has reported it. */
export function ShownText({ comment }: { comment: PublishedComment }): VNode {
  const { model } = useFrame();
  const isReported = useStore(model.session, ({ reported }) => reported.includes(comment.id));
  const [wasShown] = useState(!isReported);
  if (isReported && later.loaded) return <later.loaded.ReportedText comment={comment} wasShown={wasShown} />;
  return <CommentText body={comment.body} spoilerLabel={model.wording.texts.showHiddenText} />;
}

/** As high as what stood there while it waited for a moderator. */
function ApprovedNote({ texts }: { texts: Catalogue }): VNode {
  return (
    <p class="own-note is-approved" role="status">
      <span aria-hidden="true">{texts.unpublished.held}</span>
      <span>{texts.approved}</span>
    </p>
  );
}
