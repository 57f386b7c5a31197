import type { Sanction } from './sanction';
import { ReaderBanned, ReaderSuspended, WarningUnread } from './sanctions.errors';

/**
 * Whether a reader may say something. What they say may still be held.
 * @throws ReaderBanned, ReaderSuspended, WarningUnread
 */
export function assertMaySpeak(sanction: Sanction | null): void {
  if (sanction?.kind === 'ban') throw new ReaderBanned(sanction);
  if (sanction?.kind === 'suspend') throw new ReaderSuspended(sanction);
  if (sanction?.kind === 'warn') throw new WarningUnread();
}

/** Whether a reader may like and dislike. @throws ReaderBanned, ReaderSuspended */
export function assertMayReact(sanction: Sanction | null): void {
  if (sanction?.kind !== 'warn') assertMaySpeak(sanction);
}
