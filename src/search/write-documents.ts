import { setTimeout as pause } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { type Transaction, Transactions } from '../platform/database';
import { Log } from '../platform/telemetry';
import { DocumentsRepository, type NewDocument, type SourceOfDocument, siteMark } from './documents.repository';
import { foldForSearch } from './fold-for-search';
import { foldName, gramsOfName } from './reader-names';
import { gramLength, gramsOf, pairsOfRun, searchWords } from './search-words';

const lookEveryMilliseconds = 1_000;
const batchSize = 100;
/** Between two batches, for everybody else. */
const restMilliseconds = 5;

/**
 * Keeps what is searched like the comments, a second or so behind: those that were written or changed since, then, where all documents of a site are
 * written anew, the next of these. Any process may, one at a time does.
 */
@Injectable()
export class WriteDocuments implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private running = Promise.resolve();

  constructor(
    private readonly documents: DocumentsRepository,
    private readonly transactions: Transactions,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.running = this.keepWriting();
  }

  /** Before the pool closes. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async keepWriting(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const isMoreDue = await this.write().catch((error: unknown) =>
        this.log.warn({ err: error }, 'could not prepare comments for the search'),
      );
      await pause(isMoreDue === true ? restMilliseconds : lookEveryMilliseconds, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  /** A batch; whether there may be more to do at once. */
  private async write(): Promise<boolean> {
    if (!(await this.documents.isAnythingDue())) return false;
    return this.transactions.run(async (tx) => {
      if (!(await this.documents.lockWriting(tx))) return false;
      const due = await this.documents.takeDue(tx, batchSize);
      const ids = due.length > 0 ? due : await this.documents.takeForRenewal(tx, batchSize);
      if (ids === undefined) return false;
      await this.writeBatch(tx, await this.documents.readSources(tx, ids));
      return due.length === 0 || due.length === batchSize;
    });
  }

  private async writeBatch(tx: Transaction, sources: readonly SourceOfDocument[]): Promise<void> {
    if (sources.length === 0) return;
    const documents = sources.map(documentOf);
    await this.documents.writeDocuments(tx, documents);
    const words = new Set(documents.flatMap((document) => document.words).filter((word) => word.length >= gramLength));
    const newWords = await this.documents.findNewWords(tx, [...words]);
    if (newWords.length > 0)
      await this.documents.insertWords(
        tx,
        newWords.map((word) => ({ word, grams: gramsOf(word, gramLength) })),
      );
    const readers = new Map(sources.map((source) => [source.site_id + source.author_id, source]));
    await this.documents.writeReaders(tx, [...readers.values()].map(readerOf));
  }
}

export function documentOf(source: Pick<SourceOfDocument, 'id' | 'site_id' | 'posted_at' | 'text'>): NewDocument {
  const folded = foldForSearch(source.text).folded.trim();
  const { words, runs } = searchWords(folded);
  const marks = [siteMark(source.site_id), ...new Set(runs.flatMap(pairsOfRun))];
  return { comment_id: source.id, site_id: source.site_id, posted_at: source.posted_at, folded, words, marks };
}

function readerOf({ site_id, author_id, author_name }: SourceOfDocument) {
  const folded_name = foldName(author_name);
  return { site_id, reader_id: author_id, folded_name, grams: gramsOfName(folded_name) };
}
