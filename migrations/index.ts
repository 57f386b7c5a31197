import { Foundation1795500000000 } from './1795500000000-foundation';
import { Conversation1795500100000 } from './1795500100000-conversation';

/** Every schema change, oldest first. */
export const migrations = [Foundation1795500000000, Conversation1795500100000];
