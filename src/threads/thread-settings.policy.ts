import { NotAllowed } from '../auth';
import { hasRole, type ReaderActor } from '../platform/access';
import { NotFound } from '../platform/http';

/** To whoever does not work on the site a thread looks unknown. @throws NotFound */
export function assertMaySeeSettings(actor: ReaderActor, siteId: string): void {
  if (!hasRole(actor, siteId, ['moderator', 'editor'])) throw new NotFound();
}

/** @throws NotFound, NotAllowed */
export function assertMayEdit(actor: ReaderActor, siteId: string): void {
  assertMaySeeSettings(actor, siteId);
  if (!hasRole(actor, siteId, ['editor'])) throw new NotAllowed();
}
