import { isDateTime } from '../time';
import { InvalidRequest } from './http.errors';

/** Where a page of a list ordered by time and id ends; the time as exact as the database has it. */
export interface TimePlace {
  time: string;
  id: string;
}

const shape = /^([^|]+)\|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export function writeTimeCursor({ time, id }: TimePlace): string {
  return Buffer.from(`${time}|${id}`).toString('base64url');
}

/** @throws InvalidRequest */
export function readTimeCursor(text: string): TimePlace {
  const [, time, id] = shape.exec(Buffer.from(text, 'base64url').toString()) ?? [];
  if (time === undefined || id === undefined || !isDateTime(time))
    throw new InvalidRequest([{ field: 'cursor', detail: 'the cursor is not one of this list: begin at the first page' }]);
  return { time, id };
}
