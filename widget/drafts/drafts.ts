import type { SafeStorage } from './safe-storage';

/** Where a text is being written: a new comment, a reply, or an edit. */
export type Place = 'new' | `reply-${string}` | `edit-${string}`;

export function replyTo(parentId: string | null): Place {
  return parentId === null ? 'new' : `reply-${parentId}`;
}

/** `elsewhere`: written in another tab, so not worth more than what is being typed here. */
export type DraftListener = (text: string, origin: 'here' | 'elsewhere') => void;

/** The texts that are being written in a thread. They outlive the page, and are the same in every tab. */
export class Drafts {
  private readonly listeners = new Map<Place, Set<DraftListener>>();
  private readonly prefix: string;

  constructor(
    private readonly storage: SafeStorage,
    threadId: string,
  ) {
    this.prefix = `parley:draft:${threadId}:`;
  }

  read(place: Place): string {
    return this.storage.read(this.prefix + place) ?? '';
  }

  /** What the reader types. */
  keep(place: Place, text: string): void {
    if (text === '') this.storage.remove(this.prefix + place);
    else this.storage.write(this.prefix + place, text);
  }

  /** Puts a text there that the reader did not type just now, and shows it. */
  put(place: Place, text: string): void {
    this.keep(place, text);
    for (const listener of this.listeners.get(place) ?? []) listener(text, 'here');
  }

  /** Gives a text back that could not be used, before whatever was written meanwhile. */
  giveBack(place: Place, text: string): void {
    const written = this.read(place);
    this.put(place, written === '' || written === text ? text : `${text}\n\n${written}`);
  }

  /** Listens for texts that did not come from the listener's own field. */
  follow(place: Place, listener: DraftListener): () => void {
    const listeners = this.listeners.get(place) ?? new Set();
    this.listeners.set(place, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  /** Another tab wrote to the storage. */
  noteStored({ key, newValue }: { key: string | null; newValue: string | null }): void {
    if (!key?.startsWith(this.prefix)) return;
    for (const listener of this.listeners.get(key.slice(this.prefix.length) as Place) ?? []) listener(newValue ?? '', 'elsewhere');
  }
}
