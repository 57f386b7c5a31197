/** What a session or token may be used for: a session made in the frame never has staff rights. */
export type Audience = 'embed' | 'console';
export type Role = 'staff' | 'moderator' | 'editor' | 'administrator';

/** Who is calling. Filled in by the guard of `auth`. */
export type Actor = Visitor | ReaderActor;

export interface Visitor {
  readonly kind: 'visitor';
}

export interface ReaderActor {
  readonly kind: 'reader';
  readonly readerId: string;
  readonly sessionId: string;
  readonly audience: Audience;
  /** Roles that count here: none in an embed session. `siteId` is undefined for an administrator. */
  readonly roles: readonly { role: Role; siteId?: string }[];
}

export const visitor: Visitor = { kind: 'visitor' };

/** Whether the actor came by the console with one of the roles on the site. An administrator has every site. */
export function hasRole(actor: ReaderActor, siteId: string, roles: readonly Role[]): boolean {
  return (
    actor.audience === 'console' &&
    actor.roles.some(({ role, siteId: place }) => role === 'administrator' || (roles.includes(role) && place === siteId))
  );
}
