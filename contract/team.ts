import type { AuthorView } from './conversation';

/** What somebody can be on one site, from the least to the most. */
export const siteRoles = ['staff', 'moderator', 'editor'] as const;
export type SiteRole = (typeof siteRoles)[number];

/** An administrator is one on every site. */
export const teamRoles = [...siteRoles, 'administrator'] as const;
export type TeamRole = (typeof teamRoles)[number];

export interface TeamMember {
  reader: AuthorView;
  role: TeamRole;
  /** ISO 8601. */
  since: string;
}

export interface TeamView {
  members: TeamMember[];
  /** The roles that the caller may give and take. */
  givable: TeamRole[];
}

/** One change of a role, which is never changed or deleted itself. */
export interface RoleChangeView {
  id: string;
  reader: AuthorView;
  from: TeamRole | null;
  to: TeamRole | null;
  /** Null where it was done outside of the console: the first administrator has nobody before them. */
  changedBy: AuthorView | null;
  changedAt: string;
}

export interface RoleChangesPage {
  changes: RoleChangeView[];
  nextCursor: string | null;
}

export interface InviteRequest {
  email: string;
  role: SiteRole;
}

export interface InvitationView extends InviteRequest {
  id: string;
  invitedBy: AuthorView;
  expiresAt: string;
}

export interface MadeInvitation extends InvitationView {
  /** Shown this once: only the hash of its secret is stored. */
  link: string;
}
