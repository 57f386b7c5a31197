import { Injectable } from '@nestjs/common';
import type { AuthorView } from '../../contract/conversation';
import type { InvitationView, SiteRole } from '../../contract/team';
import { Reads, type Sql, type Transaction } from '../platform/database';

export interface NewInvitation {
  id: string;
  siteId: string;
  email: string;
  role: SiteRole;
  tokenHash: Buffer;
  invitedBy: string;
  lifetimeDays: number;
}

/** What a link is good for. */
export interface OpenInvitation {
  siteId: string;
  siteName: string;
  email: string;
  role: SiteRole;
  invitedBy: string;
}

interface InvitationRow {
  id: string;
  email: string;
  role: SiteRole;
  invited_by: AuthorView;
  expires_at: Date;
}

const isOpen = 'i.accepted_at is null and i.revoked_at is null and i.expires_at > now()';
const columns = `i.id, i.email, i.role, json_build_object('id', r.id, 'name', r.name) as invited_by, i.expires_at`;

@Injectable()
export class InvitationsRepository {
  constructor(private readonly reads: Reads) {}

  /** Those that can still be accepted, newest first. */
  async listOpen(siteId: string): Promise<InvitationView[]> {
    const rows = await this.reads.rows<InvitationRow>(
      `select ${columns} from invitation i join reader r on r.id = i.invited_by where i.site_id = $1 and ${isOpen} order by i.created_at desc`,
      [siteId],
    );
    return rows.map(invitationView);
  }

  async insert(tx: Transaction, invitation: NewInvitation): Promise<InvitationView> {
    const { id, siteId, email, role, tokenHash, invitedBy, lifetimeDays } = invitation;
    const [row] = await tx.rows<InvitationRow>(
      `with i as (
         insert into invitation (id, site_id, email, role, token_hash, invited_by, expires_at)
         values ($1, $2, $3, $4, $5, $6, now() + make_interval(days => $7)) returning *)
       select ${columns} from i join reader r on r.id = i.invited_by`,
      [id, siteId, email, role, tokenHash, invitedBy, lifetimeDays],
    );
    if (row === undefined) throw new Error('the invitation was not inserted');
    return invitationView(row);
  }

  /** Those of an address on a site, in whose place a new one comes; the roles that they were for. */
  async revokeOf(tx: Transaction, siteId: string, email: string): Promise<SiteRole[]> {
    const rows = await tx.rows<{ role: SiteRole }>(
      `update invitation i set revoked_at = now() where i.site_id = $1 and i.email = $2 and ${isOpen} returning i.role`,
      [siteId, email],
    );
    return rows.map(({ role }) => role);
  }

  async findRole(siteId: string, id: string): Promise<SiteRole | undefined> {
    const [row] = await this.reads.rows<{ role: SiteRole }>(
      `select i.role from invitation i where i.site_id = $1 and i.id = $2 and ${isOpen}`,
      [siteId, id],
    );
    return row?.role;
  }

  async revoke(tx: Transaction, id: string): Promise<void> {
    await tx.rows(`update invitation i set revoked_at = now() where i.id = $1 and ${isOpen}`, [id]);
  }

  async findOpen(tokenHash: Buffer, sql: Sql = this.reads): Promise<OpenInvitation | undefined> {
    const [row] = await sql.rows<OpenInvitation>(
      `select i.site_id as "siteId", s.name as "siteName", i.email, i.role, i.invited_by as "invitedBy"
         from invitation i join site s on s.id = i.site_id where i.token_hash = $1 and ${isOpen}`,
      [tokenHash],
    );
    return row;
  }

  /** Whether it was open; it is not any more. Who asks at the same time waits and gets false. */
  async accept(tx: Transaction, tokenHash: Buffer, readerId: string): Promise<boolean> {
    const rows = await tx.rows(
      `update invitation i set accepted_at = now(), accepted_by = $2 where i.token_hash = $1 and ${isOpen} returning 1`,
      [tokenHash, readerId],
    );
    return rows.length === 1;
  }
}

function invitationView({ id, email, role, invited_by, expires_at }: InvitationRow): InvitationView {
  return { id, email, role, invitedBy: invited_by, expiresAt: expires_at.toISOString() };
}
