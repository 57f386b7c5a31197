import { Injectable } from '@nestjs/common';
import { hash } from '@node-rs/argon2';
import { ImportComments, type ImportedComment } from '../comments';
import { type Transaction, Transactions } from '../platform/database';
import { Clock, Ids } from '../platform/time';
import { SetReaction } from '../reactions';
import { ReadersRepository } from '../readers';
import { CreateSite, type Site, SitesRepository, StaffRolesRepository, UpdateSite } from '../sites';
import { RegisterThread } from '../threads';
import { type DemoArticle, demoArticles } from './articles';
import {
  type DemoComment,
  type DemoReader,
  demoEditor,
  demoReaders,
  harbourBathConversation,
  nightTrainConversation,
} from './conversations';
import { paperName, siteKey } from './paper';

const demoOrigin = /^http:\/\/127\.0\.0\.1:\d+$/;

type ReaderIds = ReadonlyMap<DemoReader, string>;

/** What the demo's newspaper is to the forum: a site, two threads, and a conversation in each. Harmless when run again. */
@Injectable()
export class SeedDemo {
  constructor(
    private readonly sites: SitesRepository,
    private readonly createSite: CreateSite,
    private readonly updateSite: UpdateSite,
    private readonly registerThread: RegisterThread,
    private readonly readers: ReadersRepository,
    private readonly roles: StaffRolesRepository,
    private readonly importComments: ImportComments,
    private readonly setReaction: SetReaction,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async execute(origin: string): Promise<void> {
    const { id: siteId } = await this.makeSite(origin);
    const nightTrainId = await this.register(origin, demoArticles.nightTrain);
    const harbourBathId = await this.register(origin, demoArticles.harbourBath);
    const passwordHash = await hash(this.ids.secret());
    await this.transactions.run(async (tx) => {
      if (!(await this.importComments.lockEmpty(tx, nightTrainId))) return;
      const readerIds = await this.makeReaders(tx, passwordHash);
      await this.roles.insertRole(tx, { id: this.ids.next(), readerId: known(readerIds, demoEditor), role: 'editor', siteId });
      await this.converse(tx, nightTrainId, { comments: nightTrainConversation, readerIds });
      await this.converse(tx, harbourBathId, { comments: harbourBathConversation, readerIds });
    });
  }

  /** The newspaper may be printed at another port than last time. */
  private async makeSite(origin: string): Promise<Site> {
    const site = await this.sites.findSiteByKey(siteKey);
    if (site === undefined) return this.createSite.execute({ key: siteKey, name: paperName, origins: [origin] });
    if (!site.origins.every((known) => demoOrigin.test(known)))
      throw new Error(`There is a site “${siteKey}” that is not the demo’s: it is left alone.`);
    return site.origins.includes(origin) ? site : this.updateSite.execute(siteKey, { origins: [origin] });
  }

  private async register(origin: string, { key, headline, section }: DemoArticle): Promise<string> {
    return (await this.registerThread.execute(siteKey, key, { url: `${origin}/${key}`, title: headline, section })).id;
  }

  /** Nobody can log in as one of them: nobody knows a password of this hash. */
  private async makeReaders(tx: Transaction, passwordHash: string): Promise<ReaderIds> {
    const made = new Map<DemoReader, string>();
    for (const [index, name] of demoReaders.entries()) {
      const id = this.ids.next();
      await this.readers.insertReader(tx, { id, name, email: `demo-${index + 1}@readers.invalid`, passwordHash });
      made.set(name, id);
    }
    return made;
  }

  private async converse(
    tx: Transaction,
    threadId: string,
    { comments, readerIds }: { comments: readonly DemoComment[]; readerIds: ReaderIds },
  ): Promise<void> {
    const ids = new Map(comments.map(({ label }) => [label, this.ids.next()]));
    const now = this.clock.now();
    await this.importComments.execute(
      tx,
      threadId,
      comments.map((comment) => imported(comment, { ids, readerIds, now })),
    );
    for (const { label, likedBy = [], dislikedBy = [] } of comments) {
      const commentId = known(ids, label);
      for (const reader of likedBy) await this.setReaction.set(tx, { commentId, threadId, readerId: known(readerIds, reader) }, 'like');
      for (const reader of dislikedBy)
        await this.setReaction.set(tx, { commentId, threadId, readerId: known(readerIds, reader) }, 'dislike');
    }
  }
}

function imported(
  comment: DemoComment,
  { ids, readerIds, now }: { ids: ReadonlyMap<string, string>; readerIds: ReaderIds; now: Date },
): ImportedComment {
  const ago = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);
  const posted = ago(comment.minutesAgo);
  const { before } = comment;
  return {
    id: known(ids, comment.label),
    parentId: comment.repliesTo === undefined ? null : known(ids, comment.repliesTo),
    authorId: known(readerIds, comment.by),
    texts:
      before === undefined
        ? [{ text: comment.text, at: posted }]
        : [
            { text: before.text, at: posted },
            { text: comment.text, at: ago(before.changedMinutesAgo) },
          ],
    isWithdrawn: comment.isWithdrawn,
  };
}

function known<Key>(ids: ReadonlyMap<Key, string>, key: Key): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`the demo names ${String(key)}, which is not there`);
  return id;
}
