import type { SafeStorage } from './safe-storage';

/**
 * Where a text is being written: a new comment, a reply, or an edit. So is an objection to a decision, a report, a notice. Beside an edit stands the revision it began with; beside a comment, the
 * `clientId` under which it may have been posted already.
 */
export type Place =
  | 'new'
  | `reply-${string}`
  | `edit-${string}`
  | `revision-${string}`
  | `client-${string}`
  | `object-${string}`
  | `report-${string}`
  | `notice-${string}`;

export function replyTo(parentId: string | null): Place {
  return parentId === null ? 'new' : `reply-${parentId}`;
}

/** The parent of what is written there; undefined where nothing is posted. */
export function parentOf(place: string): string | null | undefined {
  if (place === 'new') return null;
  return place.startsWith('reply-') ? place.slice('reply-'.length) : undefined;
}

export function clientIdOf(parentId: string | null): Place {
  return `client-${replyTo(parentId)}`;
}

export function revisionOf(editedId: string): Place {
  return `revision-${editedId}`;
}

/** Where a draft is shown and written. */
export interface DraftField {
  /** What is being typed there right now, if anything. */
  typed(): string;
  /** `elsewhere`: it was written in another tab. */
  show(text: string, origin: 'here' | 'elsewhere'): void;
}

/** Between texts that were put together. */
const gap = '\n\n';

/** The texts that are being written in a thread. They outlive the page, are the same in every tab, and belong to one reader. */
export class Drafts {
  private readonly fields = new Map<Place, Set<DraftField>>();
  /** What the fields last knew of the storage, by its keys. */
  private readonly known = new Map<string, string>();
  /** Whose text stands in a place though they are logged out. */
  private readonly owners = new Map<Place, string>();
  private readerId: string | null = null;

  constructor(
    private readonly storage: SafeStorage,
    private readonly threadId: string,
  ) {}

  read(place: Place): string {
    return this.storage.read(this.keyOf(place)) ?? '';
  }

  keep(place: Place, text: string): void {
    if (text === '') this.storage.remove(this.keyOf(place));
    else this.storage.write(this.keyOf(place), text);
  }

  /** Keeps what the reader types in a field, and with it what another tab wrote there meanwhile. */
  type(place: Place, text: string): void {
    const stored = this.read(place);
    const known = this.known.get(this.keyOf(place)) ?? stored;
    if (stored !== '' && stored !== known) this.put(place, withAdded(text, known, stored));
    else {
      this.keep(place, text);
      this.known.set(this.keyOf(place), text);
    }
  }

  /** Puts a text there that the reader did not type just now, and shows it. */
  put(place: Place, text: string): void {
    this.keep(place, text);
    this.known.set(this.keyOf(place), text);
    for (const field of this.fields.get(place) ?? []) field.show(text, 'here');
  }

  /** Gives a text back that could not be used, before whatever was written meanwhile. */
  giveBack(place: Place, text: string): void {
    const draft = this.read(place);
    const isThere = this.without(place, text) !== null;
    this.put(place, isThere ? draft : [text, draft].filter((each) => each !== '').join(gap));
  }

  /** What stands in a place beside a text that was given back there; null if the text is not there any more. */
  without(place: Place, text: string): string | null {
    const draft = this.read(place);
    if (draft === text) return '';
    return draft.startsWith(text + gap) ? draft.slice((text + gap).length) : null;
  }

  /** Where something is written. */
  places(): Place[] {
    const places = this.storage.keysFrom(this.prefix).map((key) => key.slice(this.prefix.length) as Place);
    return [...new Set([...places, ...this.owners.keys()])].filter((place) => this.read(place) !== '');
  }

  /** Whose text stands there; null for a visitor's. */
  ownerOf(place: Place): string | null {
    return this.owners.get(place) ?? this.readerId;
  }

  /** What is written there is this reader's, as long as nobody is logged in. */
  leaveTo(readerId: string, place: Place): void {
    if (this.readerId === null) this.owners.set(place, readerId);
  }

  /** Keeps a field up to date with texts that do not come from it. */
  follow(place: Place, field: DraftField): () => void {
    const fields = this.fields.get(place) ?? new Set();
    this.fields.set(place, fields.add(field));
    return () => fields.delete(field);
  }

  /**
   * From now on the texts are this reader's. What a visitor wrote goes with them. What is being typed when its reader is logged out
   * stays before the eyes, and is still that reader's.
   */
  belongTo(readerId: string | null): void {
    const before = this.readerId;
    if (readerId === before) return;
    const typed = [...this.fields.keys()].filter((place) => this.typed(place) !== '' && !this.owners.has(place));
    this.owners.clear();
    const places = new Set(before === null ? [...this.places(), ...typed] : []);
    const taken = [...places].map((place) => [place, typed.includes(place) ? this.typed(place) : this.read(place)] as const);
    // Another text than the one that is typed here belongs to another tab, which takes it along itself.
    for (const [place, text] of taken) if (text === this.read(place)) this.keep(place, '');
    this.readerId = readerId;
    if (before !== null) for (const place of typed) this.leaveTo(before, place);
    for (const place of this.fields.keys()) if (!places.has(place) && !this.owners.has(place)) this.put(place, this.read(place));
    for (const [place, text] of taken) this.giveBack(place, text);
  }

  /** Another tab wrote to the storage. */
  noteStored({ key, newValue, oldValue }: Pick<StorageEvent, 'key' | 'newValue' | 'oldValue'>): void {
    for (const [place, fields] of this.fields) {
      if (key !== this.keyOf(place)) continue;
      for (const field of fields) {
        const typed = field.typed();
        // What was sent there may be what stands here, gone on with; anything else that is being typed here is still a draft.
        const isUsed = newValue === null && oldValue?.startsWith(typed);
        if (typed === '' || isUsed) {
          this.known.set(key, newValue ?? '');
          field.show(newValue ?? '', 'elsewhere');
        } else if (newValue === null) this.type(place, typed);
      }
    }
  }

  private typed(place: Place): string {
    return [...(this.fields.get(place) ?? [])].map((field) => field.typed()).join('');
  }

  private keyOf(place: Place): string {
    return `parley:draft:${this.threadId}:${this.ownerOf(place) ?? ''}:${place}`;
  }

  private get prefix(): string {
    return `parley:draft:${this.threadId}:${this.readerId ?? ''}:`;
  }
}

/** A text with what was added elsewhere to what it was before, at its end or, given back, in front of it. */
function withAdded(text: string, before: string, other: string): string {
  if (before !== '' && other.endsWith(gap + before)) return other.slice(0, -before.length) + text;
  return before !== '' && other.startsWith(before) ? text + other.slice(before.length) : text + gap + other;
}
