import { type Finding, findingView, isAboutText } from './finding';
import { CommentMayBeHeld, CommentRefused } from './screening.errors';

/**
 * Tells the author before the comment is taken, where that is of use: not where it is held whatever they do about it.
 * @throws CommentRefused, CommentMayBeHeld
 */
export function assertMayBeSent(findings: readonly Finding[], given: { sendAnyway: boolean; isHeldAnyway: boolean }): void {
  const aboutText = findings.filter((finding) => finding.outcome === 'refuse' || isAboutText(finding)).map(findingView);
  if (findings.some(({ outcome }) => outcome === 'refuse')) throw new CommentRefused(aboutText);
  const isHeldAnyway = given.isHeldAnyway || findings.length > aboutText.length;
  if (aboutText.length > 0 && !given.sendAnyway && !isHeldAnyway) throw new CommentMayBeHeld(aboutText);
}
