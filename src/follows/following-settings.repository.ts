import { Injectable } from '@nestjs/common';
import type { FollowingSettings } from '../../contract/following';
import { Reads, type Transaction } from '../platform/database';

/** SQL: whether a site shows everybody who follows whom there. A column of the query around it, or a parameter. */
export function areListsPublicSql(siteId: string): string {
  return `exists (select from following_settings s where s.site_id = ${siteId} and s.lists_are_public)`;
}

@Injectable()
export class FollowingSettingsRepository {
  constructor(private readonly reads: Reads) {}

  async find(siteId: string): Promise<FollowingSettings> {
    const [row] = await this.reads.rows<FollowingSettings>(`select ${areListsPublicSql('$1::uuid')} as "areListsPublic"`, [siteId]);
    return row ?? { areListsPublic: false };
  }

  /** With who changed it, and when; what is set already stays that person's. */
  async put(
    tx: Transaction,
    { siteId, readerId }: { siteId: string; readerId: string },
    { areListsPublic }: FollowingSettings,
  ): Promise<void> {
    await tx.rows(
      `insert into following_settings as s (site_id, lists_are_public, changed_by) values ($1, $2, $3)
       on conflict (site_id) do update set lists_are_public = excluded.lists_are_public, changed_by = excluded.changed_by, changed_at = now()
         where s.lists_are_public <> excluded.lists_are_public`,
      [siteId, areListsPublic, readerId],
    );
  }
}
