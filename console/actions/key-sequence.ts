const patienceMilliseconds = 2_000;

/** The first of two keys that are pressed one after the other, for a little while. */
export class KeySequence {
  private begun: { key: string; at: number } | null = null;

  /** What this key completes: itself, or both where one was begun. */
  completedBy(key: string, now = Date.now()): string {
    const { begun } = this;
    this.begun = null;
    return begun !== null && now - begun.at < patienceMilliseconds ? `${begun.key} ${key}` : key;
  }

  begin(key: string, now = Date.now()): void {
    this.begun = { key, at: now };
  }
}
