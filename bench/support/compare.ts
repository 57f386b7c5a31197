/** What a bench asks, and how it is told. */
export interface Question {
  id: string;
  unit: string;
  /** Whether more or less of the unit is better. */
  better: 'more' | 'less';
  rounds: number;
}

/** Measures once: a figure in the question's unit. */
export type Measure = () => Promise<number>;

/** Measures the thing and its limit in turn, after one turn each to warm up, and prints the medians as one JSON line. */
export async function compare(question: Question, { thing, limit }: { thing: Measure; limit: Measure }): Promise<void> {
  await limit();
  await thing();
  const values: number[] = [];
  const limits: number[] = [];
  for (let round = 1; round <= question.rounds; round += 1) {
    limits.push(await limit());
    values.push(await thing());
    console.log(`round ${round}: ${rounded(values.at(-1) ?? 0)} beside ${rounded(limits.at(-1) ?? 0)} ${question.unit}`);
  }
  printResult(question, { value: median(values), limit: median(limits) });
}

export function printResult({ id, unit, better }: Omit<Question, 'rounds'>, { value, limit }: { value: number; limit: number }): void {
  const ratio = better === 'more' ? value / limit : limit / value;
  console.log(JSON.stringify({ id, value: rounded(value), limit: rounded(limit), ratio: rounded(ratio), unit }));
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function percentile95(values: readonly number[]): number {
  return quantile(values, 0.95);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const found = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (found === undefined) throw new Error('nothing was measured');
  return found;
}

/** Three digits that say something. */
function rounded(value: number): number {
  return Number(value.toPrecision(value >= 1000 ? 4 : 3));
}
