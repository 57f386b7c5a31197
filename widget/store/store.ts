/** A value that tells when it changed. */
export class Store<State> {
  private readonly listeners = new Set<() => void>();

  constructor(private state: State) {}

  get(): State {
    return this.state;
  }

  set(state: State): void {
    if (Object.is(state, this.state)) return;
    this.state = state;
    for (const listener of [...this.listeners]) listener();
  }

  update(change: (state: State) => State): void {
    this.set(change(this.state));
  }

  /** Replaces the named parts. */
  patch(parts: Partial<State>): void {
    this.set({ ...this.state, ...parts });
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
