import type { CommentElsewhere } from '../../contract/following';
import type { AnswersItem, AppealItem, DecisionItem, InboxItem, OwnCommentPlace, ReportItem, SanctionItem } from '../../contract/inbox';
import { limits } from '../../contract/limits';
import { excerptOf } from '../platform/text';
import type { OwnCommentRow } from './inbox.repository';
import { isRead, type ListedItem } from './inbox-search';

/** By the ids of comments. */
export interface CommentsOfItems {
  answers: ReadonlyMap<string, CommentElsewhere>;
  places: ReadonlyMap<string, OwnCommentPlace>;
}

/** Undefined where its comment is not to be had any more. */
export function inboxItem(item: ListedItem, { answers, places }: CommentsOfItems): InboxItem | undefined {
  const { kind, newest } = item;
  const told = { id: newest.id, at: newest.madeAt.toISOString(), isRead: isRead(item) };
  const answer = answers.get(newest.commentId ?? '');
  const comment = places.get(newest.commentId ?? '');
  switch (kind) {
    case 'reply':
    case 'mention':
      return answer && { kind, ...told, count: item.members.length, ...authorsOf(item), newest: answer };
    case 'pick':
      return comment && { kind, ...told, comment };
    case 'decision':
      return comment && { kind, ...told, outcome: newest.what as DecisionItem['outcome'], comment };
    case 'sanction':
      return { kind, ...told, sanction: newest.what as SanctionItem['sanction'] };
    case 'appeal':
      return { kind, ...told, outcome: newest.what as AppealItem['outcome'] };
    case 'report':
      return { kind, ...told, outcome: newest.what as ReportItem['outcome'] };
  }
}

export function ownCommentPlace({ id, body, threadId, title, url }: OwnCommentRow): OwnCommentPlace {
  return { id, excerpt: excerptOf(body), thread: { id: threadId, title, url } };
}

function authorsOf({ members }: ListedItem): Pick<AnswersItem, 'authors' | 'authorCount'> {
  const names = new Map(
    members.flatMap(({ authorId, authorName }) => (authorId !== null && authorName !== null ? [[authorId, authorName]] : [])),
  );
  const authors = [...names].slice(0, limits.inbox.authors).map(([id, name]) => ({ id, name }));
  return { authors, authorCount: names.size };
}
