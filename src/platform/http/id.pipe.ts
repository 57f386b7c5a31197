import { Injectable, type PipeTransform } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { NotFound } from './http.errors';

/** Whether something a client sent is an id. */
export function isId(value: unknown): value is string {
  return isUUID(value);
}

/** An id in an address; what is none cannot name anything. @throws NotFound */
export function readId(value: string): string {
  if (!isId(value)) throw new NotFound();
  return value.toLowerCase();
}

@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    return readId(value);
  }
}
