import type { PostedComment } from '../../contract/conversation';
import { commentLimits } from '../../contract/limits';
import { type ParleyApi, Refusal } from '../api/parley-api';
import { type Drafts, type Place, replyTo } from '../drafts/drafts';
import { Outbox, type Outgoing } from '../drafts/outbox';
import type { Session } from '../session/session';
import type { Store } from '../store/store';
import { lengthOf } from '../writing/length-of';
import type { Desk, FrameModel, JoinPlace } from './frame-model';
import type { Reading } from './reading';
import { refusalText } from './refusal-text';

export interface WritingWiring {
  model: FrameModel;
  api: Pick<ParleyApi, 'post' | 'edit' | 'withdraw'>;
  session: Session;
  reading: Reading;
  /** Asks the visitor to join, then does what they wanted to do. */
  askToJoin(place: Place, then: () => void): void;
}

/** What the reader writes: drafts, comments on their way, edits. */
export class Writing {
  readonly outbox: Outbox;
  private readonly desk: Store<Desk>;
  private readonly drafts: Drafts;

  constructor(private readonly wiring: WritingWiring) {
    const { model, api } = wiring;
    this.desk = model.desk;
    this.drafts = model.drafts;
    this.outbox = new Outbox(model.outgoing, {
      threadId: model.state.thread.id,
      storage: model.storage,
      post: (request) => api.post(request),
      later: (run, milliseconds) => setTimeout(run, milliseconds),
      newId: () => crypto.randomUUID(),
      onPosted: (outgoing, posted) => this.notePosted(outgoing, posted),
      onRefused: (outgoing, refusal) => this.noteRefused(outgoing, refusal),
    });
  }

  /** Posts the draft; a visitor is asked to join first, and then it is posted by itself. */
  submit(parentId: string | null): void {
    const place = replyTo(parentId);
    const text = this.drafts.read(place);
    const refusal = this.refusalOf(text);
    this.tell(place, refusal);
    if (refusal !== null) return;
    const { reader } = this.wiring.session;
    if (!reader) {
      this.wiring.askToJoin(place, () => this.submit(parentId));
      return;
    }
    this.drafts.put(place, '');
    const { clientId } = this.outbox.send(reader.id, parentId, text);
    this.desk.update((desk) => ({ ...desk, latest: clientId, replyingTo: desk.replyingTo === parentId ? null : desk.replyingTo }));
  }

  /** Shows the draft of a place as if it were on its way; it stays a draft. */
  hold(place: JoinPlace | undefined): void {
    const parentId = place === undefined ? undefined : parentOf(place);
    if (place === undefined || parentId === undefined) return;
    const text = this.drafts.read(replyTo(parentId));
    if (text.trim() !== '') this.desk.patch({ held: { parentId, text } });
  }

  letGo(): void {
    this.desk.patch({ held: null });
  }

  replyTo(parentId: string | null): void {
    this.desk.patch({ replyingTo: parentId });
  }

  startEdit(id: string, source: { text: string; revision: number }): void {
    if (this.drafts.read(`edit-${id}`) === '') this.drafts.keep(`edit-${id}`, source.text);
    this.desk.patch({ editing: { id, revision: source.revision, isSaving: false } });
  }

  cancelEdit(): void {
    this.finishEdit();
  }

  async saveEdit(): Promise<void> {
    const { editing } = this.desk.get();
    if (editing === null || editing.isSaving) return;
    const place: Place = `edit-${editing.id}`;
    const text = this.drafts.read(place);
    const refusal = this.refusalOf(text);
    this.tell(place, refusal);
    if (refusal !== null) return;
    this.desk.patch({ editing: { ...editing, isSaving: true } });
    try {
      this.show(await this.wiring.api.edit(editing.id, { revision: editing.revision, text }));
      this.finishEdit();
    } catch (error) {
      const newest =
        error instanceof Refusal && error.problem.code === 'comment_changed' ? Number(error.problem.revision) : editing.revision;
      this.desk.patch({ editing: { ...editing, revision: newest, isSaving: false } });
      this.tell(place, refusalText(error, this.wiring.model.wording));
      if (isLoggedOut(error)) this.wiring.askToJoin(place, () => void this.saveEdit());
    }
  }

  /** @returns what to tell when it did not work */
  async withdraw(id: string): Promise<string | null> {
    try {
      await this.wiring.api.withdraw(id);
    } catch (error) {
      return refusalText(error, this.wiring.model.wording);
    }
    this.wiring.session.forgetUnpublished(id);
    await this.wiring.reading.refresh(id);
    return null;
  }

  /** The reader's own comment is before their eyes now. */
  noteSeen(id: string): void {
    if (this.desk.get().latest === id) this.desk.patch({ latest: null });
  }

  private finishEdit(): void {
    const { editing } = this.desk.get();
    if (editing === null) return;
    this.drafts.put(`edit-${editing.id}`, '');
    this.tell(`edit-${editing.id}`, null);
    this.desk.patch({ editing: null });
  }

  private notePosted({ clientId }: Outgoing, posted: PostedComment): void {
    this.show(posted);
    this.desk.update((desk) => ({ ...desk, latest: desk.latest === clientId ? posted.own.id : desk.latest }));
  }

  private noteRefused({ parentId, text, clientId }: Outgoing, refusal: Refusal): void {
    const place = replyTo(parentId);
    this.drafts.giveBack(place, text);
    this.tell(place, refusalText(refusal, this.wiring.model.wording));
    this.desk.update((desk) => ({
      ...desk,
      replyingTo: parentId ?? desk.replyingTo,
      latest: desk.latest === clientId ? null : desk.latest,
    }));
    if (isLoggedOut(refusal)) this.wiring.askToJoin(place, () => this.submit(parentId));
  }

  private show({ own, view, state }: PostedComment): void {
    if (view === null) {
      this.wiring.session.noteUnpublished(own);
      void this.wiring.reading.refresh(own.id);
    } else this.wiring.reading.applyOwn(view, state);
  }

  private refusalOf(text: string): string | null {
    const { errors } = this.wiring.model.wording.texts;
    if (text.trim() === '') return errors.comment_empty;
    return lengthOf(text) > commentLimits.maxLength ? errors.comment_too_long : null;
  }

  private tell(place: Place, refusal: string | null): void {
    this.desk.update((desk) => ({ ...desk, refusals: { ...desk.refusals, [place]: refusal ?? undefined } }));
  }
}

/** The parent of what is written there; undefined where nothing is posted. */
function parentOf(place: JoinPlace): string | null | undefined {
  if (place === 'new') return null;
  return place.startsWith('reply-') ? place.slice('reply-'.length) : undefined;
}

function isLoggedOut(error: unknown): boolean {
  return error instanceof Refusal && error.status === 401;
}
