/**
 * Aho and Corasick's automaton over sequences of numbers: every pattern that ends at a place is found while the text is read once. Each number of the
 * text costs one step forward, and no more steps back than there were forward.
 */
export class WordAutomaton {
  private readonly symbols = new Map<number, number>();
  /** From a state by a symbol; one map of numbers, since 10,000 terms make 100,000 states. */
  private readonly edges = new Map<number, number>();
  private readonly parents = [0];
  private readonly symbolsInto = [0];
  private readonly depths = [0];
  private readonly ending = new Map<number, number[]>();
  /** The state of the longest end of what was read that begins some pattern too. */
  private readonly shorter: Int32Array;
  /** The next state, by way of shorter ones, in which a pattern ends. */
  private readonly alsoEnding: Int32Array;
  private readonly width: number;

  constructor(patterns: readonly (readonly number[])[]) {
    for (const symbol of patterns.flat()) if (!this.symbols.has(symbol)) this.symbols.set(symbol, this.symbols.size + 1);
    this.width = this.symbols.size + 1;
    for (const [index, pattern] of patterns.entries()) this.add(pattern, index);
    this.shorter = new Int32Array(this.parents.length);
    this.alsoEnding = new Int32Array(this.parents.length);
    this.connect();
  }

  /** Tells each pattern (by its index) with the place of its last symbol, and returns how many steps it took. */
  read(text: readonly number[], onEnd: (pattern: number, place: number) => void): number {
    let state = 0;
    let steps = 0;
    for (let place = 0; place < text.length; place += 1) {
      const symbol = this.symbols.get(text[place] ?? 0);
      let next = this.edge(state, symbol);
      for (steps += 1; next === undefined && state !== 0; steps += 1) {
        state = this.shorter[state] ?? 0;
        next = this.edge(state, symbol);
      }
      state = next ?? 0;
      for (let end = this.firstEnding(state); end !== 0; end = this.alsoEnding[end] ?? 0) {
        for (const pattern of this.ending.get(end) ?? []) onEnd(pattern, place);
        steps += 1;
      }
    }
    return steps;
  }

  private add(pattern: readonly number[], index: number): void {
    let state = 0;
    for (const each of pattern) {
      const symbol = this.symbols.get(each) ?? 0;
      state = this.edge(state, symbol) ?? this.grow(state, symbol);
    }
    const ending = this.ending.get(state);
    if (ending === undefined) this.ending.set(state, [index]);
    else ending.push(index);
  }

  private grow(parent: number, symbol: number): number {
    const state = this.parents.push(parent) - 1;
    this.symbolsInto.push(symbol);
    this.depths.push((this.depths[parent] ?? 0) + 1);
    this.edges.set(parent * this.width + symbol, state);
    return state;
  }

  private connect(): void {
    const shallowFirst = [...this.depths.keys()].sort((one, other) => (this.depths[one] ?? 0) - (this.depths[other] ?? 0));
    for (const state of shallowFirst.slice(1)) {
      const parent = this.parents[state] ?? 0;
      this.shorter[state] = parent === 0 ? 0 : this.follow(this.shorter[parent] ?? 0, this.symbolsInto[state] ?? 0);
      this.alsoEnding[state] = this.firstEnding(this.shorter[state] ?? 0);
    }
  }

  private follow(from: number, symbol: number): number {
    for (let state = from; ; state = this.shorter[state] ?? 0) {
      const next = this.edge(state, symbol);
      if (next !== undefined) return next;
      if (state === 0) return 0;
    }
  }

  private firstEnding(state: number): number {
    return this.ending.has(state) ? state : (this.alsoEnding[state] ?? 0);
  }

  private edge(state: number, symbol: number | undefined): number | undefined {
    return symbol === undefined ? undefined : this.edges.get(state * this.width + symbol);
  }
}
