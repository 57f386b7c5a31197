import type { SanctionRequest, SanctionView } from '../../../contract/sanctions';
import type { ReaderActor } from '../../platform/access';
import { InvalidRequest } from '../../platform/http';
import { OnlyAdministrators, ReaderIsStaff } from '../moderation.errors';

/** Whoever works for the site loses their role first; nobody limits colleagues. @throws ReaderIsStaff, OnlyAdministrators */
export function assertMaySanction(actor: ReaderActor, target: { isStaff: boolean }, { isEverywhere }: { isEverywhere: boolean }): void {
  if (target.isStaff) throw new ReaderIsStaff();
  if (isEverywhere) assertIsAdministrator(actor);
}

/** @throws OnlyAdministrators */
export function assertMayLift(actor: ReaderActor, { isEverywhere }: Pick<SanctionView, 'isEverywhere'>): void {
  if (isEverywhere) assertIsAdministrator(actor);
}

/** When a sanction ends; null for one that has no end. @throws InvalidRequest */
export function readEnd({ kind, endsAt }: Pick<SanctionRequest, 'kind' | 'endsAt'>, now: Date): Date | null {
  if (kind === 'warn' && endsAt !== undefined) throw wrongEnd('a warning has no end: it counts until the reader has read it');
  if (kind === 'suspend' && endsAt === undefined) throw wrongEnd('a suspension ends at some time: say when, or ban the reader');
  if (endsAt === undefined) return null;
  const end = new Date(endsAt);
  if (end <= now) throw wrongEnd('the end of a sanction is still to come');
  return end;
}

function wrongEnd(detail: string): InvalidRequest {
  return new InvalidRequest([{ field: 'endsAt', detail }]);
}

function assertIsAdministrator(actor: ReaderActor): void {
  if (!actor.roles.some(({ role }) => role === 'administrator')) throw new OnlyAdministrators();
}
