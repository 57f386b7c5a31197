import type { Language } from '../../preferences/preferences';
import { de } from './texts-de';
import { en, type RulesTexts } from './texts-en';

export const texts: Record<Language, RulesTexts> = { en, de };
