import { useEffect, useState } from 'preact/hooks';

/** A part of the view that is not needed at first. */
export class LazyPart<Part> {
  loaded: Part | null = null;

  constructor(private readonly read: () => Promise<Part>) {}

  /** Without a connection it stays away, and is asked for again the next time. */
  async load(): Promise<void> {
    this.loaded ??= await this.read().catch(() => null);
  }
}

/** The part; null until it is there. */
export function useLazyPart<Part>(part: LazyPart<Part>): Part | null {
  const [, setLoaded] = useState(part.loaded);
  useEffect(() => {
    if (part.loaded === null) void part.load().then(() => setLoaded(() => part.loaded));
  }, [part]);
  return part.loaded;
}
