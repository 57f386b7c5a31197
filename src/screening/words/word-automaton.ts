/**
 * Aho and Corasick's automaton over sequences of numbers: every pattern that ends at a place is found while the text is read once. Each number of the
 * text costs one step forward, and no more steps back than there were forward. States are numbered by depth, so that those after one state
 * lie side by side, in the order of what leads to them: sixteen bytes a state.
 */
export class WordAutomaton {
  /** The number that leads into a state, and the first of the states after it; where those end, the next one's begin. */
  private readonly into: Int32Array;
  private readonly firstAfter: Int32Array;
  /** The state of the longest end of what was read that begins some pattern too. */
  private readonly shorter: Int32Array;
  /** This state when a pattern ends in it, else the next such one by way of shorter ones; 0 for none. */
  private readonly ending: Int32Array;
  private readonly patternsAt = new Map<number, number[]>();

  constructor(patterns: readonly (readonly number[])[]) {
    const { into, firstAfter } = this.grow(patterns);
    this.into = Int32Array.from(into);
    this.firstAfter = Int32Array.from(firstAfter);
    this.shorter = new Int32Array(into.length);
    this.ending = new Int32Array(into.length);
    this.connect();
  }

  /** Tells each pattern (by its index) with the place of its last number, and returns how many steps it took. */
  read(text: readonly number[], onEnd: (pattern: number, place: number) => void): number {
    let state = 0;
    let steps = 0;
    for (let place = 0; place < text.length; place += 1) {
      const number = text[place] ?? 0;
      let next = this.after(state, number);
      for (steps += 1; next === 0 && state !== 0; steps += 1) {
        state = this.shorter[state] ?? 0;
        next = this.after(state, number);
      }
      state = next;
      for (let end = this.ending[state] ?? 0; end !== 0; end = this.ending[this.shorter[end] ?? 0] ?? 0) {
        for (const pattern of this.patternsAt.get(end) ?? []) onEnd(pattern, place);
        steps += 1;
      }
    }
    return steps;
  }

  /** State by state: sorted, the patterns that have led to one lie side by side, those that end there first. */
  private grow(patterns: readonly (readonly number[])[]): { into: number[]; firstAfter: number[] } {
    const sorted = [...patterns.entries()].sort(([, one], [, other]) => inOrder(one, other));
    const states = [{ first: 0, end: sorted.length, depth: 0 }];
    const into = [0];
    const firstAfter: number[] = [];
    for (const [state, { first, end, depth }] of states.entries()) {
      firstAfter.push(states.length);
      for (let from = first, to = first; from < end; from = to) {
        const number = sorted[from]?.[1][depth];
        while (to < end && sorted[to]?.[1][depth] === number) to += 1;
        if (number === undefined) {
          this.patternsAt.set(
            state,
            sorted.slice(from, to).map(([each]) => each),
          );
        } else {
          into.push(number);
          states.push({ first: from, end: to, depth: depth + 1 });
        }
      }
    }
    firstAfter.push(states.length);
    return { into, firstAfter };
  }

  private connect(): void {
    for (let state = 0; state < this.into.length; state += 1) {
      this.ending[state] = this.patternsAt.has(state) ? state : (this.ending[this.shorter[state] ?? 0] ?? 0);
      const end = this.firstAfter[state + 1] ?? 0;
      for (let next = this.firstAfter[state] ?? 0; next < end; next += 1) {
        if (state !== 0) this.shorter[next] = this.follow(this.shorter[state] ?? 0, this.into[next] ?? 0);
      }
    }
  }

  private follow(from: number, number: number): number {
    for (let state = from; ; state = this.shorter[state] ?? 0) {
      const next = this.after(state, number);
      if (next !== 0 || state === 0) return next;
    }
  }

  /** The state after this one, by halving; 0, which is after none, when there is no such one. */
  private after(state: number, number: number): number {
    let low = this.firstAfter[state] ?? 0;
    let high = (this.firstAfter[state + 1] ?? 0) - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.into[middle] ?? 0;
      if (found === number) return middle;
      if (found < number) low = middle + 1;
      else high = middle - 1;
    }
    return 0;
  }
}

function inOrder(one: readonly number[], other: readonly number[]): number {
  const shared = Math.min(one.length, other.length);
  for (let index = 0; index < shared; index += 1) {
    const difference = (one[index] ?? 0) - (other[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}
