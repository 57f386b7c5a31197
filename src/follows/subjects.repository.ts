import { Injectable } from '@nestjs/common';
import type { FollowKind } from '../../contract/following';
import { Reads, type Transaction } from '../platform/database';
import { Ids } from '../platform/time';
import { isStaffSql } from '../sites';

/** Something that can be followed, as its address names it: by an id, or a section by its name. */
export interface NamedSubject {
  siteId: string;
  kind: FollowKind;
  subject: string;
}

/**
 * SQL: whether a reader can be met on a site: something of theirs is published there, they have a role, or they follow the caller. Columns of the query
 * around it, or parameters. To anybody else there is no such reader on the site.
 */
export function isKnownOnSiteSql({ readerId, siteId, callerId }: { readerId: string; siteId: string; callerId: string }): string {
  return `(exists (select from comment k where k.author_id = ${readerId} and k.site_id = ${siteId} and k.status = 'published')
           or ${isStaffSql(readerId, siteId)}
           or exists (select from follow k where k.reader_id = ${readerId} and k.site_id = ${siteId} and k.subject_id = ${callerId}))`;
}

const visibleSql = {
  thread: 'select id from thread where site_id = $1 and id = $2',
  conversation: 'select id from comment where site_id = $1 and id = $2 and visible',
};

/** What there is to follow on a site. */
@Injectable()
export class SubjectsRepository {
  constructor(
    private readonly reads: Reads,
    private readonly ids: Ids,
  ) {}

  /** The id by which it is followed; undefined where the reader `callerId` finds no such thing on the site. */
  async findId(tx: Transaction, { siteId, kind, subject }: NamedSubject, callerId: string): Promise<string | undefined> {
    if (kind === 'section') return this.sectionId(tx, siteId, subject);
    const isKnown = isKnownOnSiteSql({ readerId: 'a.id', siteId: '$1', callerId: '$3' });
    const [row] = await (kind === 'reader'
      ? tx.rows<{ id: string }>(`select a.id from reader a where a.id = $2 and ${isKnown}`, [siteId, subject, callerId])
      : tx.rows<{ id: string }>(visibleSql[kind], [siteId, subject]));
    return row?.id;
  }

  /** Of a section that somebody has followed. */
  async findSection(siteId: string, name: string): Promise<string | undefined> {
    const [row] = await this.reads.rows<{ id: string }>('select id from section where site_id = $1 and name = $2', [siteId, name]);
    return row?.id;
  }

  /** A section is one because articles are in it. It is given an id when somebody follows it first. */
  private async sectionId(tx: Transaction, siteId: string, name: string): Promise<string | undefined> {
    const known = 'select id from section where site_id = $1 and name = $2';
    await tx.rows(
      `insert into section (id, site_id, name)
       select $3, $1, $2 where exists (select from thread where site_id = $1 and section = $2) and not exists (${known})
       on conflict on constraint section_name_unique do nothing`,
      [siteId, name, this.ids.next()],
    );
    const [row] = await tx.rows<{ id: string }>(known, [siteId, name]);
    return row?.id;
  }
}
