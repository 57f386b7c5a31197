import { Injectable } from '@nestjs/common';
import type { ListOutcome, ScreeningSettings, WordListView, WordListWithTerms } from '../../contract/screening';
import { isUniqueViolation, Reads, type Transaction } from '../platform/database';
import { RulesChanged, WordListNameTaken } from './screening.errors';
import { settingsColumns } from './screening.repository';

/** Who changes something, and of which site. */
export interface Change {
  siteId: string;
  readerId: string;
}

export interface WordList {
  id: string;
  name: string;
  language: string;
  outcome: ListOutcome;
  isOn: boolean;
  terms: string[];
}

interface WordListRow {
  id: string;
  name: string;
  language: string;
  outcome: ListOutcome;
  is_on: boolean;
  term_count: number;
  changed_at: Date;
}

const listColumns = 'l.id, l.name, l.language, l.outcome, l.is_on, cardinality(l.terms) as term_count, l.changed_at';

/** What editors see and change. Every change is another version of the site's policy, which every process notices at its next post. */
@Injectable()
export class ScreeningSettingsRepository {
  constructor(private readonly reads: Reads) {}

  async findSettings(siteId: string): Promise<{ version: string; settings: ScreeningSettings }> {
    const [row] = await this.reads.rows<ScreeningSettings & { version: string }>(
      `select p.version, ${settingsColumns} from screening_policy p where p.site_id = $1`,
      [siteId],
    );
    if (row === undefined) throw new Error(`site ${siteId} has no screening policy`);
    const { version, ...settings } = row;
    return { version, settings };
  }

  async listLists(siteId: string): Promise<WordListView[]> {
    const rows = await this.reads.rows<WordListRow>(`select ${listColumns} from word_list l where l.site_id = $1 order by l.name`, [
      siteId,
    ]);
    return rows.map(wordListView);
  }

  async findList(siteId: string, id: string): Promise<WordListWithTerms | undefined> {
    const [row] = await this.reads.rows<WordListRow & { terms: string[]; version: string }>(
      `select ${listColumns}, l.terms, p.version from word_list l join screening_policy p on p.site_id = l.site_id
        where l.site_id = $1 and l.id = $2`,
      [siteId, id],
    );
    return row && { ...wordListView(row), terms: row.terms, version: row.version };
  }

  /** The version of the policy of a site, which stays the same until the transaction ends. */
  async lockVersion(tx: Transaction, siteId: string): Promise<string> {
    const [row] = await tx.rows<{ version: string }>('select version from screening_policy where site_id = $1 for share', [siteId]);
    if (row === undefined) throw new Error(`site ${siteId} has no screening policy`);
    return row.version;
  }

  /** Locks the policy of the site until the transaction ends, and gives it its next version. @throws RulesChanged where it is not `triedVersion` */
  async noteChange(tx: Transaction, { siteId, readerId }: Change, triedVersion?: string): Promise<ScreeningSettings> {
    const [row] = await tx.rows<ScreeningSettings & { versionBefore: string }>(
      `update screening_policy p set version = version + 1, changed_at = now(), changed_by = $2 where site_id = $1
       returning version - 1 as "versionBefore", ${settingsColumns}`,
      [siteId, readerId],
    );
    if (row === undefined) throw new Error(`site ${siteId} has no screening policy`);
    const { versionBefore, ...settings } = row;
    if (triedVersion !== undefined && triedVersion !== versionBefore) throw new RulesChanged();
    return settings;
  }

  async updateSettings(tx: Transaction, siteId: string, settings: ScreeningSettings): Promise<void> {
    await tx.rows(
      `update screening_policy set new_reader_comments = $2, new_reader_hours = $3, max_links = $4, trusted_domains = $5, blocked_domains = $6,
              rejections = $7, rejection_days = $8, repeats_of_reader = $9, repeats_of_others = $10 where site_id = $1`,
      [
        siteId,
        settings.newReaderComments,
        settings.newReaderHours,
        settings.maxLinks,
        settings.trustedDomains,
        settings.blockedDomains,
        settings.rejections,
        settings.rejectionDays,
        settings.repeatsOfReader,
        settings.repeatsOfOthers,
      ],
    );
  }

  async countLists(tx: Transaction, siteId: string): Promise<number> {
    const [row] = await tx.rows<{ count: string }>('select count(*) from word_list where site_id = $1', [siteId]);
    return Number(row?.count);
  }

  async countWordsOn(tx: Transaction, siteId: string): Promise<number> {
    const [row] = await tx.rows<{ count: number }>(
      'select coalesce(sum(cardinality(terms)), 0)::int as count from word_list where site_id = $1 and is_on',
      [siteId],
    );
    return row?.count ?? 0;
  }

  /** @throws WordListNameTaken */
  async insertList(tx: Transaction, { siteId, readerId }: Change, list: WordList): Promise<void> {
    await unlessNameTaken(
      tx.rows(
        'insert into word_list (id, site_id, name, language, outcome, is_on, terms, changed_by) values ($1, $2, $3, $4, $5, $6, $7, $8)',
        [list.id, siteId, list.name, list.language, list.outcome, list.isOn, list.terms, readerId],
      ),
    );
  }

  /** A list of the site, under the lock of its policy. */
  async readList(tx: Transaction, siteId: string, id: string): Promise<WordList | undefined> {
    const [list] = await tx.rows<WordList>(
      'select id, name, language, outcome, is_on as "isOn", terms from word_list where site_id = $1 and id = $2',
      [siteId, id],
    );
    return list;
  }

  /** @throws WordListNameTaken */
  async updateList(tx: Transaction, { readerId }: Change, list: WordList): Promise<void> {
    await unlessNameTaken(
      tx.rows(
        `update word_list set name = $2, language = $3, outcome = $4, is_on = $5, terms = $6, changed_by = $7, changed_at = now() where id = $1`,
        [list.id, list.name, list.language, list.outcome, list.isOn, list.terms, readerId],
      ),
    );
  }

  async deleteList(tx: Transaction, siteId: string, id: string): Promise<void> {
    await tx.rows('delete from word_list where site_id = $1 and id = $2', [siteId, id]);
  }
}

async function unlessNameTaken(written: Promise<unknown>): Promise<void> {
  try {
    await written;
  } catch (error) {
    throw isUniqueViolation(error, 'word_list_name_unique') ? new WordListNameTaken() : error;
  }
}

function wordListView(row: WordListRow): WordListView {
  const { id, name, language, outcome } = row;
  return { id, name, language, outcome, isOn: row.is_on, termCount: row.term_count, changedAt: row.changed_at.toISOString() };
}
