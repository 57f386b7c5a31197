import type { VNode } from 'preact';
import type { CommentPage, ThreadView, VisibleComment } from '../../contract/conversation';
import type { Wording } from '../catalogues/wording';
import { CommentText, type SpoilerProps } from '../view/comment-text';

export interface FragmentProps {
  thread: ThreadView;
  page: CommentPage;
  wording: Wording;
  /** The comment that is shown with its replies, instead of a page. */
  commentId?: string;
  /** Of what follows on the next page. */
  nextUrl?: string;
  wholeUrl: string;
  permalinkUrl(id: string): string;
  repliesUrl(id: string): string;
}

/** A page of comments as plain HTML: nested articles, and links to all that is not on it. */
export function Fragment(props: FragmentProps): VNode {
  const { thread, page, wording, commentId, nextUrl, wholeUrl } = props;
  const { texts } = wording;
  const known = new Set(page.comments.map(({ id }) => id));
  const outermost = page.comments.filter(({ parentId }) => parentId === null || !known.has(parentId));
  return (
    <section class="parley-comments" id="parley-comments">
      <h2>{page.thread.commentCount === 0 ? texts.title : wording.plural(texts.comments, page.thread.commentCount)}</h2>
      {thread.mode === 'closed' && <p>{texts.closed}</p>}
      {page.thread.question !== undefined && (
        <p>
          {texts.question}: <strong dir="auto">{page.thread.question}</strong>
        </p>
      )}
      {outermost.length === 0 && <p>{texts.emptyTitle}</p>}
      {commentId !== undefined && (
        <p>
          {texts.onePart} <a href={wholeUrl}>{texts.seeWhole}</a>
        </p>
      )}
      <CommentList comments={outermost} {...props} />
      {nextUrl !== undefined && (
        <p>
          <a href={nextUrl} rel="next">
            {texts.moreComments}
          </a>
        </p>
      )}
    </section>
  );
}

function CommentList({ comments, ...props }: FragmentProps & { comments: readonly VisibleComment[] }): VNode | null {
  if (comments.length === 0) return null;
  return (
    <ol>
      {comments.map((comment) => (
        <li key={comment.id}>
          <CommentPart comment={comment} {...props} />
        </li>
      ))}
    </ol>
  );
}

function CommentPart({ comment, ...props }: FragmentProps & { comment: VisibleComment }): VNode {
  const { page, wording, commentId, permalinkUrl, repliesUrl } = props;
  const { texts } = wording;
  const replies = page.comments.filter(({ parentId }) => parentId === comment.id);
  const unloaded = comment.replyCount - replies.length;
  return (
    <article id={`parley-comment-${comment.id}`}>
      {comment.state === 'published' ? (
        <>
          <header>
            <h3>
              <bdi dir="auto">{comment.author.name}</bdi>
              {comment.author.badge !== null && ` · ${texts.staff}`}
              {comment.pickedAt !== null && ` · ${texts.pick}`}
            </h3>
            <p>
              <a href={permalinkUrl(comment.id)}>
                <time dateTime={comment.postedAt}>{wording.moment(comment.postedAt)}</time>
              </a>
              {comment.editedAt !== null && ` · ${texts.edited}`}
            </p>
          </header>
          <CommentText body={comment.body} spoilerLabel={texts.showHiddenText} Spoiler={Details} Paragraph="div" />
          {comment.likes > 0 && (
            <p>
              {texts.like}: {wording.number(comment.likes)}
            </p>
          )}
        </>
      ) : (
        <p>{texts.tombstone}</p>
      )}
      <CommentList comments={replies} {...props} />
      {unloaded > 0 && comment.id !== commentId && (
        <p>
          <a href={repliesUrl(comment.id)}>{wording.plural(texts.moreReplies, unloaded)}</a>
        </p>
      )}
    </article>
  );
}

/** Opens without a script. */
function Details({ label, children }: SpoilerProps): VNode {
  return (
    <details>
      <summary>{label}</summary>
      {children}
    </details>
  );
}
