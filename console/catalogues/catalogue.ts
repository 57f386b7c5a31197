import type { Language } from '../preferences/preferences';
import { de } from './de';
import { type Catalogue, en } from './en';

export const catalogues: Record<Language, Catalogue> = { en, de };
