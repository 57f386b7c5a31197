import type { CommentPage, PublicAuthor, ThreadView, VisibleComment } from '../../contract/conversation';
import { plainText } from '../platform/text';

/** What search engines read: the article with the comments of a page below it, nested as they answer each other. */
export function conversationJsonLd(thread: ThreadView, page: CommentPage): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'Article',
    '@id': thread.url,
    url: thread.url,
    headline: thread.title,
    commentCount: page.thread.commentCount,
    comment: repliesTo(null, page.comments, thread.url),
  };
}

function repliesTo(parentId: string | null, comments: readonly VisibleComment[], url: string): object[] {
  return comments.filter((comment) => comment.parentId === parentId).map((comment) => jsonLdOf(comment, comments, url));
}

function personOf({ name, badge }: PublicAuthor, url: string): object {
  const publication = { '@type': 'Organization', url: new URL(url).origin };
  return { '@type': 'Person', name, ...(badge === null ? {} : { worksFor: publication }) };
}

function jsonLdOf(comment: VisibleComment, comments: readonly VisibleComment[], url: string): object {
  const place = `${url}#parley-comment-${comment.id}`;
  const replies = repliesTo(comment.id, comments, url);
  return {
    '@type': 'Comment',
    '@id': place,
    url: place,
    dateCreated: comment.postedAt,
    ...(comment.state === 'published'
      ? {
          text: plainText(comment.body),
          author: personOf(comment.author, url),
          ...(comment.editedAt === null ? {} : { dateModified: comment.editedAt }),
          upvoteCount: comment.likes,
          downvoteCount: comment.dislikes,
        }
      : { creativeWorkStatus: 'Deleted' }),
    commentCount: comment.replyCount,
    ...(replies.length === 0 ? {} : { comment: replies }),
  };
}
