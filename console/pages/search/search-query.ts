import { type CommentStatus, commentStatuses } from '../../../contract/conversation';
import { type ScreeningRule, screeningRules } from '../../../contract/screening';
import type { CommentFilter } from '../../../contract/search';
import { startOfDay } from '../start-of-day';

/** What somebody looks for; days as a date field has them, in their own time. */
export interface Wanted {
  text: string;
  status: readonly CommentStatus[];
  section: string;
  rule: ScreeningRule | '';
  /** The id of the author, and the name by which it was found. */
  reader: string;
  name: string;
  firstDay: string;
  lastDay: string;
}

/** What an address asks for; parts of it that mean nothing are passed over. */
export function wantedIn(query: string): Wanted {
  const given = new URLSearchParams(query);
  const part = (name: string): string => given.get(name) ?? '';
  const day = (name: string): string => (startOfDay(part(name), 0) === undefined ? '' : part(name));
  return {
    text: part('text'),
    status: commentStatuses.filter((status) => given.getAll('status').includes(status)),
    section: part('section'),
    rule: screeningRules.find((rule) => rule === part('rule')) ?? '',
    reader: part('reader'),
    name: part('name'),
    firstDay: day('firstDay'),
    lastDay: day('lastDay'),
  };
}

/** As the service is asked: from the beginning of the first day to the end of the last. */
export function filterOf({ text, status, section, rule, reader, firstDay, lastDay }: Wanted): CommentFilter {
  const from = startOfDay(firstDay, 0);
  const until = startOfDay(lastDay, 1);
  return {
    ...(text.trim() && { text: text.trim() }),
    ...(status.length > 0 && { status: [...status] }),
    ...(section.trim() && { section: section.trim() }),
    ...(rule && { rule }),
    ...(reader && { reader }),
    ...(from && { from }),
    ...(until && { until }),
  };
}
