import { Injectable } from '@nestjs/common';
import type { Transaction } from '../platform/database';
import { Ids } from '../platform/time';
import { nameSkeleton } from '../readers';
import { type Announced, noteAnnounced } from './announced';
import { AnnouncedCommentsRepository, type MovedComment } from './announced-comments.repository';
import { type DueRow, isMove } from './due.repository';
import { foldedName, mentionedIn, possibleMentions } from './mentions';
import { type Answer, NotificationsRepository, type ToldReader } from './notifications.repository';

type Mentions = { comment: MovedComment; places: string[][] };

/** What follows from what happened: rows of feeds, notifications, and hints to open pages. */
@Injectable()
export class WriteAnnouncements {
  constructor(
    private readonly comments: AnnouncedCommentsRepository,
    private readonly notifications: NotificationsRepository,
    private readonly ids: Ids,
  ) {}

  async execute(tx: Transaction, due: readonly DueRow[]): Promise<void> {
    const moves = due.filter(({ kind }) => isMove(kind));
    const moved = moves.length === 0 ? [] : await this.comments.noteMoved(tx, moves);
    const answers = await this.answersIn(
      tx,
      moved.filter(({ isPublished, isNews }) => isPublished && isNews),
    );
    const answered = answers.length === 0 ? [] : await this.notifications.tellAnswers(tx, answers);
    const happened = await this.notifications.tellHappened(tx, due, () => this.ids.next());
    await this.notifications.keepItems(tx, [...answered, ...happened]);
    const told = moved.flatMap(({ siteId, told: readers }) => readers.map((readerId) => ({ readerId, siteId })));
    await noteAnnounced(tx, announcedOn(moved, [...answered, ...happened, ...told]));
  }

  /** A reply that names whom it answers is a reply. */
  private async answersIn(tx: Transaction, comments: readonly MovedComment[]): Promise<Answer[]> {
    const mentioned = await this.findMentioned(tx, comments);
    return comments.flatMap((comment) => {
      const { parentId, parentAuthorId, threadId } = comment;
      const named = (mentioned.get(comment.id) ?? []).filter((readerId) => readerId !== parentAuthorId);
      return [
        ...(parentId !== null && parentAuthorId !== null
          ? [this.answer(comment, parentAuthorId, { kind: 'reply', aboutId: parentId })]
          : []),
        ...named.map((readerId) => this.answer(comment, readerId, { kind: 'mention', aboutId: threadId })),
      ].filter(({ readerId, authorId }) => readerId !== authorId);
    });
  }

  private answer({ id: commentId, siteId, authorId }: MovedComment, readerId: string, of: Pick<Answer, 'kind' | 'aboutId'>): Answer {
    return { id: this.ids.next(), readerId, siteId, commentId, authorId, ...of };
  }

  /** Ids of readers, by the comment that names them. */
  private async findMentioned(tx: Transaction, comments: readonly MovedComment[]): Promise<Map<string, string[]>> {
    const mentions = comments.flatMap((comment): Mentions[] => {
      const places = comment.body === null ? [] : possibleMentions(comment.body);
      return places.length === 0 ? [] : [{ comment, places }];
    });
    if (mentions.length === 0) return new Map();
    const named = mentions.flatMap(({ comment: { siteId }, places }) =>
      places.flat().map((name) => ({ siteId, skeleton: nameSkeleton(name) })),
    );
    const known = await this.notifications.findNamed(tx, named);
    return new Map(
      mentions.map(({ comment, places }) => {
        const here = known.filter(({ siteId }) => siteId === comment.siteId);
        return [comment.id, mentionedIn(places, new Map(here.map(({ name, readerId }) => [foldedName(name), readerId])))];
      }),
    );
  }
}

function announcedOn(moved: readonly MovedComment[], told: readonly ToldReader[]): Announced[] {
  const siteIds = new Set([...moved, ...told].map(({ siteId }) => siteId));
  return [...siteIds].map((siteId) => ({
    siteId,
    inbox: [...new Set(told.filter((reader) => reader.siteId === siteId).map(({ readerId }) => readerId))],
    feed: [],
    comments: moved
      .filter((comment) => comment.siteId === siteId && comment.topics.length > 0)
      .map(({ authorId, topics, isNew, isNews }) => ({ authorId, topics, isNew: isNew && isNews })),
  }));
}
