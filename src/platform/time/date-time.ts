import { isTime } from './is-time';

const shape = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i;

/** Whether the text is a date-time of RFC 3339, so with its offset, and there is such a one. */
export function isDateTime(text: string): boolean {
  const [, day] = shape.exec(text) ?? [];
  return day !== undefined && isTime(`${day}T00:00:00.000Z`) && !Number.isNaN(Date.parse(text));
}
