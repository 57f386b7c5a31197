import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { limits } from '../../contract/limits';

export type PasswordProblem = 'too_short' | 'too_long' | 'too_common';

/** zxcvbn: guessed within 10^6 tries below it. */
const lowestScore = 2;
/** The cost of the estimate grows with the square of the length; what follows can only make a password better. */
const estimatedCharacters = 32;

let estimator: ZxcvbnFactory | undefined;

/** What is wrong with a password for somebody about whom these words are known. */
export function passwordProblem(password: string, about: readonly string[]): PasswordProblem | undefined {
  const characters = [...password];
  if (characters.length < limits.password.minLength) return 'too_short';
  if (characters.length > limits.password.maxLength) return 'too_long';
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  // Words of a letter or two say nothing of a password and multiply the work.
  const words = about.flatMap((word) => [word, ...word.split(/[@.\s]+/)]).filter((word) => word.length > 2);
  const { score } = estimator.check(characters.slice(0, estimatedCharacters).join(''), words);
  return score < lowestScore ? 'too_common' : undefined;
}
