import { type TeamRole, teamRoles } from '../../contract/team';
import { RoleNotYoursToGive } from './team.errors';

/** The roles that somebody with a role may give and take. Everything else is refused: so nobody gives as much as they have, but an administrator. */
export function givableRoles(by: TeamRole | undefined): readonly TeamRole[] {
  if (by === 'administrator') return teamRoles;
  return by === 'editor' ? ['staff', 'moderator'] : [];
}

/**
 * What somebody was and what they are to be; undefined for nothing.
 * @throws RoleNotYoursToGive
 */
export function assertMayChange(by: TeamRole | undefined, roles: readonly (TeamRole | undefined)[]): void {
  const givable = givableRoles(by);
  if (roles.some((role) => role !== undefined && !givable.includes(role))) throw new RoleNotYoursToGive();
}

/** Whether a role is more than what somebody has already. */
export function isMore(role: TeamRole, than: TeamRole | undefined): boolean {
  return than === undefined || teamRoles.indexOf(role) > teamRoles.indexOf(than);
}
