import { useWording } from '../../view/wording-context';
import { texts } from './texts';
import type { RulesTexts } from './texts-en';

/** The words of the page in the language of whoever reads it. */
export function useRulesTexts(): RulesTexts {
  return texts[useWording().language];
}
