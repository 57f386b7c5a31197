import { Injectable } from '@nestjs/common';
import type { Role } from '../platform/access';
import { Reads, type Sql, type Transaction } from '../platform/database';

export interface StaffRole {
  role: Role;
  /** Undefined for an administrator, who has every site. */
  siteId?: string;
}

/** SQL: whether a reader has a role on a site, or on all, which an administrator's null means. Both are columns of the query around it. */
export function isStaffSql(readerId: string, siteId: string): string {
  return `exists (select from staff_role r where r.reader_id = ${readerId} and (r.site_id = ${siteId}) is not false)`;
}

@Injectable()
export class StaffRolesRepository {
  constructor(private readonly reads: Reads) {}

  async listRoles(readerId: string): Promise<StaffRole[]> {
    const rows = await this.reads.rows<{ role: Role; site_id: string | null }>(
      'select role, site_id from staff_role where reader_id = $1',
      [readerId],
    );
    return rows.map((row) => ({ role: row.role, siteId: row.site_id ?? undefined }));
  }

  async hasAdministrator(sql: Sql = this.reads): Promise<boolean> {
    return (await sql.rows(`select 1 from staff_role where role = 'administrator' limit 1`)).length > 0;
  }

  async insertRole(tx: Transaction, { id, readerId, role, siteId }: StaffRole & { id: string; readerId: string }): Promise<void> {
    const values = [id, readerId, role, siteId ?? null];
    await tx.rows('insert into staff_role (id, reader_id, role, site_id) values ($1, $2, $3, $4)', values);
  }
}
