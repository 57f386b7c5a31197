import type { ReactNode } from 'react';
import { filled } from '../../catalogues/wording';
import type { RulesTrouble } from './trouble';
import { useRulesTexts } from './use-rules-texts';

/** Its place is there before, so that what is said in it is heard. */
export function TroubleTold({ trouble }: { trouble: RulesTrouble | null }): ReactNode {
  const { trouble: texts } = useRulesTexts();
  const told = trouble !== null && (trouble.kind === 'refused' ? filled(texts.refused, { detail: trouble.detail }) : texts[trouble.kind]);
  return (
    <p className="rules-trouble" role="alert">
      {told}
    </p>
  );
}
