import type { Language } from '../preferences/preferences';
import { de } from './de';
import { type Catalogue, en } from './en';

export const catalogues: Record<Language, Catalogue> = { en, de };

export const builtInReasons = ['insult', 'hate', 'threat', 'falsehood', 'privacy', 'advertising', 'offTopic'] as const;
export type BuiltInReason = (typeof builtInReasons)[number];
