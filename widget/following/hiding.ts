import type { VisibleComment } from '../../contract/conversation';
import type { Conversation } from '../conversation/conversation';
import { type FrameModel, shownConversation } from '../frame/frame-model';
import { type HiddenComments, hiddenIn, type Scene } from './hidden-in';
import { nothingPressed, unwantedOf } from './pressed';

/** What the reader did in this page may move what they see; nothing else may. */
type Cause = 'asked' | 'told';

/** Keeps from sight what the reader does not want to see, and what comes of it. What stands on the screen already keeps its place until nobody sees it go. */
export class Hiding {
  private readonly shown = new Set<string>();
  private readonly kept = new Map<string, number>();
  private onScreen: ReadonlySet<string> = new Set();
  private readerId: string | undefined;

  /** `heightOf` what stands in the place of a comment, in pixels; undefined where nothing does. */
  constructor(
    private readonly model: Pick<FrameModel, 'hidden' | 'session' | 'pressed' | 'screen' | 'outgoing' | 'desk'>,
    private readonly heightOf: (id: string) => number | undefined,
  ) {
    const { session, pressed, screen, outgoing, desk } = model;
    // As much of it as has been seen.
    this.onScreen = idsOnScreen(shownConversation(screen.get()));
    const notePressed = (): void => this.renew(pressed.get() === nothingPressed ? 'told' : 'asked');
    pressed.subscribe(notePressed);
    for (const store of [session, screen, outgoing, desk]) store.subscribe(() => this.renew('told'));
    notePressed();
  }

  /** In its place, although the reader does not want to see such. */
  show(id: string): void {
    this.shown.add(id);
    this.renew('asked');
  }

  /** Nobody sees its place: it need not stay as high as it was. */
  letGo(id: string): void {
    this.kept.delete(id);
    this.renew('asked');
  }

  private renew(cause: Cause): void {
    const conversation = shownConversation(this.model.screen.get());
    this.noteReader();
    const before = this.model.hidden.get();
    const scene = this.scene(conversation);
    const hidden = hiddenIn(scene);
    const isSurprise = (id: string): boolean => cause === 'told' && this.onScreen.has(id) && !before.has(id);
    const surprises = [...hidden.keys()].filter(isSurprise);
    for (const id of surprises) this.keep(id);
    this.onScreen = idsOnScreen(conversation);
    this.tell(surprises.length === 0 ? hidden : hiddenIn(scene));
  }

  private keep(id: string): void {
    const height = this.heightOf(id);
    if (height !== undefined) this.kept.set(id, height);
  }

  private tell(hidden: HiddenComments): void {
    const { hidden: store } = this.model;
    if (!isSame(store.get(), hidden)) store.set(hidden);
  }

  private noteReader(): void {
    const id = this.model.session.get().reader?.id;
    if (id === this.readerId) return;
    this.readerId = id;
    this.shown.clear();
    this.kept.clear();
  }

  private scene(conversation: Conversation): Scene {
    const { session, pressed, outgoing, desk } = this.model;
    const { reader, following, unpublished, shown: shownOwn } = session.get();
    const { replyingTo, held } = desk.get();
    const own = [...outgoing.get().filter(({ isShown }) => isShown), ...unpublished.filter(({ id }) => shownOwn.has(id))];
    return {
      conversation,
      unwanted: unwantedOf(following, pressed.get()),
      readerId: reader?.id ?? '',
      shown: this.shown,
      kept: this.kept,
      answered: new Set([replyingTo, held?.parentId ?? null, ...own.map(({ parentId }: Pick<VisibleComment, 'parentId'>) => parentId)]),
    };
  }
}

function idsOnScreen({ tops, branches }: Conversation): ReadonlySet<string> {
  return new Set([tops, ...branches.values()].flatMap(({ loaded, late }) => [...loaded, ...late]));
}

function isSame(one: HiddenComments, other: HiddenComments): boolean {
  return one.size === other.size && [...one].every(([id, place]) => other.get(id) === place);
}
