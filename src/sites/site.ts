import { limits } from '../../contract/limits';
import type { SearchLanguage } from '../../contract/search';
import { InvalidOrigin } from './sites.errors';

/** A publication. */
export interface Site {
  id: string;
  /** What the embed tag and the API call it; lower-case letters, digits and dashes. */
  key: string;
  name: string;
  /** Where its articles may be, each `scheme://host[:port]` as browsers write an origin. */
  origins: string[];
  /** By whose rules words are brought to their stem when moderators search. */
  searchLanguage: SearchLanguage;
}

/**
 * The origins without repetition.
 * @throws InvalidOrigin
 */
export function readOrigins(origins: readonly string[]): string[] {
  const stranger = origins.find((origin) => !isOrigin(origin));
  if (stranger !== undefined) throw new InvalidOrigin(stranger);
  return [...new Set(origins)];
}

/** Whether it is written as browsers write the origin of a web page. */
export function isOrigin(text: string): boolean {
  if (text.length > limits.site.originMaxLength) return false;
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text;
}
