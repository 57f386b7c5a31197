/** localStorage, or memory where the browser refuses it or it is full. */
export class SafeStorage {
  private readonly memory = new Map<string, string>();

  constructor(private readonly storage: () => Storage = () => window.localStorage) {}

  read(key: string): string | null {
    try {
      return this.memory.get(key) ?? this.storage().getItem(key);
    } catch {
      return this.memory.get(key) ?? null;
    }
  }

  write(key: string, value: string): void {
    try {
      this.storage().setItem(key, value);
      this.memory.delete(key);
    } catch {
      this.memory.set(key, value);
    }
  }

  remove(key: string): void {
    this.memory.delete(key);
    try {
      this.storage().removeItem(key);
    } catch {
      // What could not be written need not be removed.
    }
  }

  keysFrom(prefix: string): string[] {
    const keys = [...this.memory.keys()];
    try {
      const storage = this.storage();
      for (let index = 0; index < storage.length; index += 1) keys.push(storage.key(index) ?? '');
    } catch {
      // Memory is all there is.
    }
    return [...new Set(keys)].filter((key) => key.startsWith(prefix));
  }
}
