import { Refusal } from '../../api/console-api';
import { type PageProblem, pageProblemOf } from '../page-problem';

export type SettingsField = 'title' | 'rule' | 'name' | 'text';

/** Why something was not changed: at a field, or in a sentence. */
export type SettingsProblem =
  | PageProblem
  | { kind: 'tooManyReasons' | 'nameTaken' }
  | { kind: 'missing'; field: SettingsField }
  | { kind: 'field'; field: SettingsField; detail: string };

const fields: ReadonlySet<string> = new Set<SettingsField>(['title', 'rule', 'name', 'text']);

export function settingsProblemOf(error: unknown): SettingsProblem {
  if (!(error instanceof Refusal)) return pageProblemOf(error);
  const { code, errors: [wrong] = [] } = error.problem;
  if (code === 'too_many_reasons') return { kind: 'tooManyReasons' };
  if (code === 'macro_name_taken') return { kind: 'nameTaken' };
  if (wrong !== undefined && fields.has(wrong.field)) return { kind: 'field', field: wrong.field as SettingsField, detail: wrong.detail };
  return pageProblemOf(error);
}

/** The field it is said at; undefined where it is said in a sentence. */
export function fieldOf(problem: SettingsProblem | null): SettingsField | undefined {
  if (problem?.kind === 'nameTaken') return 'name';
  return problem?.kind === 'field' || problem?.kind === 'missing' ? problem.field : undefined;
}
