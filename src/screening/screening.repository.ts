import { Injectable } from '@nestjs/common';
import type { ScreeningSettings } from '../../contract/screening';
import { Reads, type Transaction } from '../platform/database';
import { type Sanction, sanctionSql } from '../sanctions';
import type { Draft } from './draft';
import type { Finding } from './finding';
import { scorerColumns } from './scorer/scorers.repository';
import type { StoredPolicy } from './screening-policy';
import { keepShapeSql, type Standing, standingSql } from './standing';

export interface StandingOnSite extends Standing {
  siteId: string;
  /** Of the policy of the site. */
  version: string;
}

interface StandingRow {
  site_id: string;
  version: string;
  is_new_reader: boolean;
  is_often_rejected: boolean;
  same_as: string | null;
  sanction: Sanction | null;
}

export type Placed = Pick<Draft, 'commentId' | 'threadId' | 'authorId'>;

export const settingsColumns = `p.new_reader_comments as "newReaderComments", p.new_reader_hours as "newReaderHours", p.max_links as "maxLinks",
  p.trusted_domains as "trustedDomains", p.blocked_domains as "blockedDomains", p.rejections, p.rejection_days as "rejectionDays",
  p.repeats_of_reader as "repeatsOfReader", p.repeats_of_others as "repeatsOfOthers"`;

const standingOfAuthorSql = `select standing.*, ${sanctionSql('standing.author_id', 'standing.site_id')} as sanction from (${standingSql('$3')}) standing`;

/** SQL: what was found in the newest text of a comment in which anything was, as a list of `FindingWithEvidence`. */
export function findingsSql(commentId: string): string {
  return `coalesce((
    select jsonb_agg(jsonb_build_object('rule', f.rule, 'outcome', f.outcome, 'excerpts', f.evidence -> 'excerpts', 'evidence', f.evidence - 'excerpts'))
      from finding f where f.comment_id = ${commentId}
       and f.revision = (select max(newest.revision) from finding newest where newest.comment_id = ${commentId})), '[]')`;
}

@Injectable()
export class ScreeningRepository {
  constructor(private readonly reads: Reads) {}

  async findStanding({ threadId, commentId, authorId }: Placed, shape: readonly number[]): Promise<StandingOnSite | undefined> {
    const [row] = await this.reads.prepared<StandingRow>('standing', standingOfAuthorSql, [threadId, commentId, shape, authorId]);
    return (
      row && {
        siteId: row.site_id,
        version: row.version,
        isNewReader: row.is_new_reader,
        isOftenRejected: row.is_often_rejected,
        sameAs: row.same_as,
        sanction: row.sanction,
      }
    );
  }

  /** The settings of a site with what is on of its lists and its scorer, in one snapshot. */
  async findPolicy(siteId: string): Promise<StoredPolicy> {
    const [row] = await this.reads.rows<ScreeningSettings & Omit<StoredPolicy, 'settings'>>(
      `select p.version, ${settingsColumns}, coalesce((
          select jsonb_agg(jsonb_build_object('name', l.name, 'outcome', l.outcome, 'terms', l.terms)) from word_list l
           where l.site_id = p.site_id and l.is_on), '[]') as lists, (
          select to_jsonb(scorer) from (select ${scorerColumns}, s.secret from scorer s where s.site_id = p.site_id and s.is_on) scorer) as scorer
         from screening_policy p where p.site_id = $1`,
      [siteId],
    );
    if (row === undefined) throw new Error(`site ${siteId} has no screening policy`);
    const { version, lists, scorer, ...settings } = row;
    return { version, settings, lists, scorer };
  }

  /** Why a revision of a comment was held. */
  async insertFindings(
    tx: Transaction,
    { commentId, revision, version }: { commentId: string; revision: number; version: string },
    findings: readonly Finding[],
  ): Promise<void> {
    await tx.rows(
      `insert into finding (comment_id, revision, rule, policy_version, outcome, evidence)
       select $1, $2, f.rule, $3, f.outcome, f.evidence from jsonb_to_recordset($4::jsonb) f (rule text, outcome text, evidence jsonb)`,
      [
        commentId,
        revision,
        version,
        JSON.stringify(findings.map(({ rule, outcome, excerpts, evidence }) => ({ rule, outcome, evidence: { ...evidence, excerpts } }))),
      ],
    );
  }

  async insertShape(tx: Transaction, { commentId, threadId, authorId }: Placed, shape: readonly number[]): Promise<void> {
    await tx.rows(keepShapeSql('$3', '(select site_id, clock_timestamp() as at from thread where id = $1) placed'), [
      threadId,
      commentId,
      shape,
      authorId,
    ]);
  }

  async deleteOldShapes(tx: Transaction): Promise<void> {
    await tx.rows(`delete from text_shape where posted_at < now() - interval '1 day'`);
  }
}
