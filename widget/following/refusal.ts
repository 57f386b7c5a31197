import { Refusal } from '../api/parley-api';
import type { FollowingTexts } from '../catalogues/following-texts';
import type { Wording } from '../catalogues/wording';
import { refusalText } from '../frame/refusal-text';

/** What to tell of something that was not done. */
export function followingRefusal(error: unknown, wording: Wording, { errors }: FollowingTexts): string {
  const code = error instanceof Refusal ? error.problem.code : '';
  return Object.hasOwn(errors, code) ? errors[code as keyof typeof errors] : refusalText(error, wording);
}
