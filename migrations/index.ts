import { Foundation1795500000000 } from './1795500000000-foundation';

/** Every schema change, oldest first. */
export const migrations = [Foundation1795500000000];
