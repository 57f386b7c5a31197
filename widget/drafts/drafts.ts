import type { SafeStorage } from './safe-storage';

/** Where a text is being written: a new comment, a reply, or an edit. Beside an edit stands the revision it began with. */
export type Place = 'new' | `reply-${string}` | `edit-${string}` | `revision-${string}`;

export function replyTo(parentId: string | null): Place {
  return parentId === null ? 'new' : `reply-${parentId}`;
}

/** Where a draft is shown and written. */
export interface DraftField {
  /** What is being typed there right now, if anything. */
  typed(): string;
  /** `elsewhere`: it was written in another tab. */
  show(text: string, origin: 'here' | 'elsewhere'): void;
}

/** The texts that are being written in a thread. They outlive the page, are the same in every tab, and belong to one reader. */
export class Drafts {
  private readonly fields = new Map<Place, Set<DraftField>>();
  private readerId: string | null = null;

  constructor(
    private readonly storage: SafeStorage,
    private readonly threadId: string,
  ) {}

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
    for (const field of this.fields.get(place) ?? []) field.show(text, 'here');
  }

  /** Gives a text back that could not be used, before whatever was written meanwhile. */
  giveBack(place: Place, text: string): void {
    const texts = new Set([text, this.read(place)]);
    this.put(place, [...texts].filter((each) => each !== '').join('\n\n'));
  }

  /** Where something is written. */
  places(): Place[] {
    return this.storage.keysFrom(this.prefix).map((key) => key.slice(this.prefix.length) as Place);
  }

  /** Keeps a field up to date with texts that do not come from it. */
  follow(place: Place, field: DraftField): () => void {
    const fields = this.fields.get(place) ?? new Set();
    this.fields.set(place, fields.add(field));
    return () => fields.delete(field);
  }

  /** From now on the texts are this reader's. What a visitor wrote goes with them; what is being typed stays before the eyes. */
  belongTo(readerId: string | null): void {
    if (readerId === this.readerId) return;
    const typed = readerId === null || this.readerId === null ? [...this.fields.keys()].filter((place) => this.typed(place) !== '') : [];
    const places = new Set(this.readerId === null ? [...this.places(), ...typed] : typed);
    const taken = [...places].map((place) => [place, this.typed(place) || this.read(place)] as const);
    // Another text than the one that is typed here belongs to another tab, which takes it along itself.
    for (const [place, text] of taken) if (text === this.read(place)) this.keep(place, '');
    this.readerId = readerId;
    for (const place of this.fields.keys()) if (!places.has(place)) this.put(place, this.read(place));
    for (const [place, text] of taken) this.giveBack(place, text);
  }

  /** Another tab wrote to the storage. */
  noteStored({ key, newValue, oldValue }: Pick<StorageEvent, 'key' | 'newValue' | 'oldValue'>): void {
    if (!key?.startsWith(this.prefix)) return;
    const place = key.slice(this.prefix.length) as Place;
    for (const field of this.fields.get(place) ?? []) {
      const typed = field.typed();
      // What was sent there may be what stands here, gone on with; anything else that is being typed here is still a draft.
      const isUsed = newValue === null && oldValue?.startsWith(typed);
      if (typed === '' || isUsed) field.show(newValue ?? '', 'elsewhere');
      else if (newValue === null) this.keep(place, typed);
    }
  }

  private typed(place: Place): string {
    return [...(this.fields.get(place) ?? [])].map((field) => field.typed()).join('');
  }

  private get prefix(): string {
    return `parley:draft:${this.threadId}:${this.readerId ?? ''}:`;
  }
}
