import type { SanctionKind } from '../../contract/sanctions';

/** A limit that is in force. */
export interface Sanction {
  id: string;
  kind: SanctionKind;
  /** ISO 8601; null: until it is lifted. */
  endsAt: string | null;
}

/** Of a row of `sanction` called `s`. */
export const inForceSql = 's.lifted_at is null and s.acknowledged_at is null and (s.ends_at is null or s.ends_at > now())';

/** SQL: whether a sanction of the reader is in force on the site. Both are columns of the query around it. */
export function isSanctionedSql(readerId: string, siteId: string): string {
  return `exists (select from sanction s where s.reader_id = ${readerId} and (s.site_id = ${siteId}) is not false and ${inForceSql})`;
}

/** SQL: the strictest sanction of the reader that is in force on the site as a `Sanction`, or null; of those alike the longest. */
export function sanctionSql(readerId: string, siteId: string): string {
  return `(select jsonb_build_object('id', s.id, 'kind', s.kind, 'endsAt', s.ends_at) from sanction s
    where s.reader_id = ${readerId} and (s.site_id = ${siteId}) is not false and ${inForceSql} order by ${strictestFirst} limit 1)`;
}

export const strictestFirst = `array_position(array['ban', 'suspend', 'warn', 'hold'], s.kind), s.ends_at desc nulls first, s.id`;
