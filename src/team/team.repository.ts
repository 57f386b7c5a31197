import { Injectable } from '@nestjs/common';
import type { AuthorView } from '../../contract/conversation';
import type { RoleChangeView, TeamMember, TeamRole } from '../../contract/team';
import { Reads, type Sql, type Transaction } from '../platform/database';

/** Who is to have a role where. */
export interface Place {
  readerId: string;
  siteId: string;
}

/** The end of a page of changes. */
export interface ChangePlace {
  changedAt: string;
  id: string;
}

interface ChangeRow {
  id: string;
  reader: AuthorView;
  from_role: TeamRole | null;
  to_role: TeamRole | null;
  changed_by: AuthorView | null;
  changed_at: string;
}

const person = (alias: string): string => `json_build_object('id', ${alias}.id, 'name', ${alias}.name)`;
/** As exact as the database has it: what a page ends with is compared with it. */
const exactTime = (column: string): string => `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

@Injectable()
export class TeamRepository {
  constructor(private readonly reads: Reads) {}

  /** Everybody who has a role on the site or on all, the most first; of two roles the greater. */
  async listMembers(siteId: string): Promise<TeamMember[]> {
    return this.reads.rows<TeamMember>(
      `select reader, role, since from (
         select distinct on (r.id) ${person('r')} as reader, r.name, t.role, ${exactTime('t.created_at')} as since
           from staff_role t join reader r on r.id = t.reader_id
          where t.site_id = $1 or t.site_id is null
          order by r.id, t.site_id nulls first) member
        order by array_position(array['administrator', 'editor', 'moderator', 'staff'], role), lower(name)`,
      [siteId],
    );
  }

  /** Of the site and of all sites, newest first. */
  async listChanges(siteId: string, { limit, after }: { limit: number; after?: ChangePlace }): Promise<RoleChangeView[]> {
    const rows = await this.reads.rows<ChangeRow>(
      `select c.id, ${person('r')} as reader, c.from_role, c.to_role, case when b.id is not null then ${person('b')} end as changed_by,
              ${exactTime('c.changed_at')} as changed_at
         from role_change c join reader r on r.id = c.reader_id left join reader b on b.id = c.changed_by
        where (c.site_id = $1 or c.site_id is null) and ($3::timestamptz is null or (c.changed_at, c.id) < ($3, $4::uuid))
        order by c.changed_at desc, c.id desc limit $2`,
      [siteId, limit, after?.changedAt ?? null, after?.id ?? null],
    );
    return rows.map(({ id, reader, ...row }) => ({
      id,
      reader,
      from: row.from_role,
      to: row.to_role,
      changedBy: row.changed_by,
      changedAt: row.changed_at,
    }));
  }

  /** Until the transaction ends nobody else changes a role: so what is read of roles stays true. */
  async lockRoles(tx: Transaction): Promise<void> {
    await tx.rows('lock table staff_role in share row exclusive mode');
  }

  /** What somebody is on a site: an administrator on each. */
  async findRole(sql: Sql, { readerId, siteId }: Place): Promise<TeamRole | undefined> {
    const [row] = await sql.rows<{ role: TeamRole }>(
      'select role from staff_role where reader_id = $1 and (site_id = $2 or site_id is null) order by site_id nulls first limit 1',
      [readerId, siteId],
    );
    return row?.role;
  }

  async countAdministrators(tx: Transaction): Promise<number> {
    return (await tx.rows(`select from staff_role where role = 'administrator'`)).length;
  }

  /** In whose name the roles of this transaction are changed. */
  async noteWhoChanges(tx: Transaction, readerId: string): Promise<void> {
    await tx.rows(`select set_config('parley.changed_by', $1, true)`, [readerId]);
  }

  /** What somebody has on the site goes, and what they have on all. */
  async takeRoles(tx: Transaction, { readerId, siteId }: Place): Promise<void> {
    await tx.rows('delete from staff_role where reader_id = $1 and (site_id = $2 or site_id is null)', [readerId, siteId]);
  }

  /** In place of the one they have on the site. */
  async setSiteRole(tx: Transaction, { readerId, siteId, ...row }: Place & { id: string; role: TeamRole }): Promise<void> {
    await tx.rows(
      `insert into staff_role (id, reader_id, site_id, role) values ($1, $2, $3, $4)
       on conflict (reader_id, site_id) do update set role = excluded.role, created_at = now()`,
      [row.id, readerId, siteId, row.role],
    );
  }
}
