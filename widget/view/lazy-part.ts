import { useEffect, useState } from 'preact/hooks';

const retryMilliseconds = 5_000;

/** A part of the scripts that is not needed at first. */
export class LazyPart<Part> {
  loaded: Part | null = null;
  private loading?: Promise<Part>;

  /** `read` does nothing but `import` a module. */
  constructor(
    private readonly read: () => Promise<Part>,
    private readonly onFailed: () => void = () => undefined,
  ) {}

  /** Without a connection it comes as soon as there is one. */
  load(): Promise<Part> {
    this.loading ??= this.attempt(0);
    return this.loading;
  }

  private async attempt(failures: number): Promise<Part> {
    try {
      this.loaded = await (failures === 0 ? this.read() : readAgain(this.read, failures));
      return this.loaded;
    } catch {
      this.onFailed();
      await new Promise((resolve) => setTimeout(resolve, retryMilliseconds));
      return this.attempt(failures + 1);
    }
  }
}

/** Browsers remember that a module could not be loaded: who asks again has to ask at another address. */
function readAgain<Part>(read: () => Promise<Part>, failures: number): Promise<Part> {
  const [address] = /\.\/[\w-]+\.js/.exec(String(read)) ?? [];
  return address === undefined ? read() : import(/* @vite-ignore */ `${address}?${failures}`);
}

/** The part; null until it is there. */
export function useLazyPart<Part>(part: LazyPart<Part>): Part | null {
  const [, setLoaded] = useState(part.loaded);
  useEffect(() => {
    // It may have come between the rendering and now; where it was there already, nothing is rendered again.
    void part.load().then((loaded) => setLoaded(() => loaded));
  }, [part]);
  return part.loaded;
}
