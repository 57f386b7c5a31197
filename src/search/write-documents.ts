import { setTimeout as pause } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { type Transaction, Transactions } from '../platform/database';
import { Log } from '../platform/telemetry';
import { DocumentsRepository, idMark, type NewDocument, ruleMark, type SourceOfDocument } from './documents.repository';
import { foldForSearch } from './fold-for-search';
import { foldName, gramsOfName } from './reader-names';
import { gramLength, gramsOf, pairsOfRun, searchWords } from './search-words';

const lookEveryMilliseconds = 1_000;
const batchSize = 100;
/** Three quarters of the time are for everybody else, however much there is to do: those who post come first. */
const restForWork = 3;

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
      const start = performance.now();
      const isMoreDue = await this.write().catch((error: unknown) =>
        this.log.warn({ err: error }, 'could not prepare comments for the search'),
      );
      const rest = isMoreDue === true ? restForWork * (performance.now() - start) : lookEveryMilliseconds;
      await pause(rest, undefined, { signal, ref: false }).catch(() => undefined);
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

function documentOf(source: SourceOfDocument): NewDocument {
  const { id, site_id, posted_at, thread_id, author_id, rules, text } = source;
  const { pairs, ...found } = textOfDocument(text);
  return {
    comment_id: id,
    site_id,
    posted_at,
    ...found,
    marks: [...[site_id, thread_id, author_id].map(idMark), ...rules.map(ruleMark), ...pairs],
  };
}

export function textOfDocument(text: string): { folded: string; words: string[]; pairs: string[] } {
  const folded = foldForSearch(text).folded.trim();
  const { words, runs, signs } = searchWords(folded);
  return { folded, words, pairs: [...new Set([...runs.flatMap(pairsOfRun), ...signs])] };
}

function readerOf({ site_id, author_id, author_name }: SourceOfDocument) {
  const folded_name = foldName(author_name);
  return { site_id, reader_id: author_id, folded_name, grams: gramsOfName(folded_name) };
}
