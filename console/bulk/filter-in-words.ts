import type { CommentFilter } from '../../contract/search';
import { ruleNames } from '../catalogues/rule-names';
import { filled, isolated, type Wording } from '../catalogues/wording';
import { texts } from './texts';

/** Which comments a filter means; null: those of a selection. `readerName`: of the author in it, where that is known. */
export function filterInWords(wording: Wording, filter: CommentFilter | null, readerName?: string): string {
  const words = texts[wording.language].filter;
  if (filter === null) return words.selection;
  const { status, text, section, thread, rule, reader, from, until } = filter;
  const parts = [
    status && filled(words.status, { status: status.map((one) => wording.texts.statuses[one]).join(' / ') }),
    text && filled(words.text, { text: isolated(text) }),
    reader && (readerName === undefined ? words.oneReader : filled(words.reader, { name: isolated(readerName) })),
    section && filled(words.section, { section: isolated(section) }),
    thread && words.thread,
    rule && filled(words.rule, { rule: ruleNames[wording.language][rule] }),
    from && filled(words.from, { day: wording.day(from) }),
    until && filled(words.until, { day: wording.day(lastMomentBefore(until)) }),
  ].filter(Boolean);
  return parts.length === 0 ? words.everything : parts.join(', ');
}

function lastMomentBefore(time: string): string {
  return new Date(Date.parse(time) - 1).toISOString();
}
