import { NoAnswer, Refusal } from '../../api/console-api';
import { SomebodyElse } from '../../session/session';

/** Why something was not done; what was typed is still there. */
export type RulesTrouble =
  | { kind: 'noAnswer' | 'somebodyElse' | 'rulesChanged' | 'underWay' | 'gone' | 'tooManyToTry' }
  | { kind: 'refused'; detail: string };

const kinds: Record<string, 'rulesChanged' | 'underWay' | 'gone'> = {
  rules_changed: 'rulesChanged',
  replay_under_way: 'underWay',
  not_found: 'gone',
};

export function troubleOf(error: unknown): RulesTrouble {
  if (error instanceof NoAnswer) return { kind: 'noAnswer' };
  if (error instanceof SomebodyElse) return { kind: 'somebodyElse' };
  if (!(error instanceof Refusal)) throw error;
  const kind = kinds[error.problem.code];
  return kind === undefined ? { kind: 'refused', detail: error.problem.detail } : { kind };
}
