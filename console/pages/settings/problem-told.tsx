import type { ReactNode } from 'react';
import { limits } from '../../../contract/limits';
import { filled } from '../../catalogues/wording';
import { useWording } from '../../view/wording-context';
import { problemInWords } from '../page-problem';
import { fieldOf, type SettingsField, type SettingsProblem } from './settings-problem';
import { texts } from './texts';

/** What is not said at a field. Its place is there before, so that what is said in it is heard. */
export function ProblemTold({ problem }: { problem: SettingsProblem | null }): ReactNode {
  const told = useProblemText();
  return (
    <p className="settings-problem" role="alert">
      {problem !== null && fieldOf(problem) === undefined && told(problem)}
    </p>
  );
}

/** What is said at each field. */
export function useProblemAt(problem: SettingsProblem | null): (field: SettingsField) => string | undefined {
  const told = useProblemText();
  return (field) => (problem !== null && fieldOf(problem) === field ? told(problem) : undefined);
}

function useProblemText(): (problem: SettingsProblem) => string {
  const { language } = useWording();
  const words = texts[language].problems;
  const { maxOn, maxPerSite } = limits.reason;
  return (problem) => {
    switch (problem.kind) {
      case 'tooManyReasons':
        return filled(words.tooManyReasons, { on: String(maxOn), all: String(maxPerSite) });
      case 'nameTaken':
        return words.nameTaken;
      case 'missing':
        return words.missing[problem.field];
      case 'field':
        return filled(words.field, { detail: problem.detail });
      default:
        return problemInWords(language, problem);
    }
  };
}
