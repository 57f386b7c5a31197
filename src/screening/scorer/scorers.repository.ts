import { Injectable } from '@nestjs/common';
import type { ScorerSettings, ScorerView } from '../../../contract/scorer';
import { Reads, type Transaction } from '../../platform/database';

export const scorerColumns = `s.is_on as "isOn", s.url, s.hold_from as "holdFrom", s.time_limit_milliseconds as "timeLimitMilliseconds",
  s.when_unreachable as "whenUnreachable"`;

@Injectable()
export class ScorersRepository {
  constructor(private readonly reads: Reads) {}

  async findScorer(siteId: string): Promise<ScorerView | null> {
    const [scorer] = await this.reads.rows<ScorerView>(
      `select ${scorerColumns}, s.secret is not null as "hasSecret" from scorer s where s.site_id = $1`,
      [siteId],
    );
    return scorer ?? null;
  }

  async readSecret(tx: Transaction, siteId: string): Promise<{ url: string; secret: string | null } | undefined> {
    const [row] = await tx.rows<{ url: string; secret: string | null }>('select url, secret from scorer where site_id = $1', [siteId]);
    return row;
  }

  async putScorer(tx: Transaction, siteId: string, scorer: ScorerSettings & { secret: string | null }): Promise<void> {
    const { isOn, url, holdFrom, timeLimitMilliseconds, whenUnreachable, secret } = scorer;
    await tx.rows(
      `insert into scorer (site_id, is_on, url, hold_from, time_limit_milliseconds, when_unreachable, secret) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (site_id) do update set is_on = $2, url = $3, hold_from = $4, time_limit_milliseconds = $5, when_unreachable = $6, secret = $7`,
      [siteId, isOn, url, holdFrom, timeLimitMilliseconds, whenUnreachable, secret],
    );
  }

  async deleteScorer(tx: Transaction, siteId: string): Promise<void> {
    await tx.rows('delete from scorer where site_id = $1', [siteId]);
  }
}
