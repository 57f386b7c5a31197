import type { EditCommentRequest, PostedComment } from '../../contract/conversation';
import { isLoggedOut, isRefusedAs, NoAnswer, type ParleyApi, type Refusal } from '../api/parley-api';
import type { Arrival } from '../conversation/changes';
import { isInSight } from '../conversation/conversation';
import type { Standing } from '../decisions/standing';
import { clientIdOf, type Drafts, type Place, parentOf, replyTo, revisionOf } from '../drafts/drafts';
import { Outbox, type Outgoing } from '../drafts/outbox';
import type { Session } from '../session/session';
import type { Store } from '../store/store';
import type { Desk, FrameModel, JoinPlace, Warned } from './frame-model';
import type { Reading } from './reading';
import { refusalOfText, refusalText } from './refusal-text';
import { waitSeconds } from './slow-mode';

export interface WritingWiring {
  model: FrameModel;
  api: Pick<ParleyApi, 'post' | 'edit' | 'withdraw'>;
  session: Session;
  reading: Reading;
  standing: Standing;
  /** Asks the visitor to join, then does what they wanted to do. */
  askToJoin(place: Place, then: () => void): void;
  /** The session is over: asks to log in, then goes on if it is the same reader. */
  logInAgain(place: JoinPlace, then: () => void): void;
}

type UnsavedEdit = NonNullable<Desk['editing']> & { owner: string | null; text: string; sendAnyway?: boolean };

/** What the reader writes: drafts, comments on their way, edits. */
export class Writing {
  readonly outbox: Outbox;
  private readonly desk: Store<Desk>;
  private readonly drafts: Drafts;
  /** The text that is posted when its author, who was asked to join, has joined. */
  private toPost = '';

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
      waitSeconds: () => waitSeconds(model),
      onToldToWait: (seconds) => this.wiring.session.noteWait(seconds),
      onForgotten: (outgoing) => this.takeBack(outgoing),
      onPosted: (outgoing, posted) => this.notePosted(outgoing, posted),
      onRefused: (outgoing, refusal) => this.noteRefused(outgoing, refusal),
      onTakenBack: ({ clientId }) => this.forgetLatest(clientId),
    });
  }

  /** Posts the draft; a visitor is asked to join first, and then it is posted by itself. */
  submit(parentId: string | null): void {
    const place = replyTo(parentId);
    const text = this.drafts.read(place);
    const refusal = refusalOfText(text, this.wiring.model.wording.texts);
    this.tell(place, refusal);
    if (refusal !== null) return;
    if (this.wiring.session.reader) {
      this.post(parentId, text);
      return;
    }
    const owner = this.drafts.ownerOf(place);
    this.toPost = text;
    this.wiring.askToJoin(place, () => {
      if (owner === null || owner === this.wiring.session.reader?.id) this.post(parentId, text);
    });
  }

  /** Posts or saves what its author was warned about, if it is still the same text. */
  sendAnyway(place: Place): void {
    const warned = this.desk.get().warned[place];
    if (warned === undefined || warned.text !== this.drafts.read(place)) return;
    const parentId = parentOf(place);
    if (parentId === undefined) void this.save({ sendAnyway: true });
    else this.post(parentId, warned.text, warned.clientId);
  }

  /** Another reader is there, or none: `then` is what this one wanted to do, with what they wrote before they were known. */
  noteReader(readerId: string | null, then: (() => void) | null): void {
    this.desk.patch({ editing: null, refusals: {}, warned: {} });
    this.drafts.belongTo(readerId);
    then?.();
    this.outbox.resume(readerId);
  }

  /** Makes a draft again of a comment that was not sent. It may be posted all the same: it keeps its id, so that it is not posted twice. */
  takeBack({ clientId, parentId, text }: Outgoing): void {
    this.giveBack(parentId, text);
    this.drafts.keep(clientIdOf(parentId), clientId);
    this.outbox.forget(clientId);
    this.forgetLatest(clientId);
  }

  /** Shows what is about to be posted from a place as if it were on its way; it stays a draft. */
  hold(place: JoinPlace | undefined): void {
    const parentId = place === undefined ? undefined : parentOf(place);
    if (parentId === undefined || this.drafts.without(replyTo(parentId), this.toPost) === null) return;
    // A top-level comment is not shown beside one part of the conversation.
    if (parentId === null && !isInSight(this.wiring.reading.shown, { parentId })) return;
    this.desk.patch({ held: { parentId, text: this.toPost } });
  }

  letGo(): void {
    this.desk.patch({ held: null });
  }

  replyTo(parentId: string | null): void {
    const { replyingTo } = this.desk.get();
    if (replyingTo !== null) this.tell(replyTo(replyingTo), null);
    this.desk.patch({ replyingTo: parentId });
  }

  startEdit(id: string, source: { text: string; revision: number }): void {
    this.closeEdit();
    if (this.drafts.read(`edit-${id}`) === '') {
      this.drafts.keep(`edit-${id}`, source.text);
      this.drafts.keep(revisionOf(id), String(source.revision));
    }
    // A draft of before knows nothing of what changed since.
    const revision = Number(this.drafts.read(revisionOf(id)));
    this.desk.patch({ editing: { id, source: source.text, revision, isSaving: false } });
  }

  /** What was changed so far stays a draft. */
  closeEdit(): void {
    const { editing } = this.desk.get();
    if (editing === null) return;
    if (this.drafts.read(`edit-${editing.id}`) === editing.source) this.discard(`edit-${editing.id}`);
    this.tell(`edit-${editing.id}`, null);
    this.desk.patch({ editing: null });
  }

  /** Closes a field and forgets what is in it. */
  discard(place: Place): void {
    this.drafts.put(place, '');
    if (place.startsWith('edit-')) this.drafts.keep(place.replace('edit-', 'revision-') as Place, '');
    this.desk.update((desk) => ({
      ...desk,
      refusals: { ...desk.refusals, [place]: undefined },
      warned: { ...desk.warned, [place]: undefined },
      editing: place === `edit-${desk.editing?.id}` ? null : desk.editing,
      replyingTo: place === `reply-${desk.replyingTo}` ? null : desk.replyingTo,
    }));
  }

  /** Another tab wrote to the storage. An edit that is saved or discarded there is over here too. */
  noteStored(event: Pick<StorageEvent, 'key' | 'newValue' | 'oldValue'>): void {
    this.drafts.noteStored(event);
    this.outbox.noteStored(event);
    const { editing } = this.desk.get();
    if (editing === null || !event.key?.endsWith(`:edit-${editing.id}`)) return;
    if (this.drafts.read(`edit-${editing.id}`) === '') this.closeEdit();
  }

  saveEdit(): Promise<void> {
    return this.save({});
  }

  private async save(how: Pick<EditCommentRequest, 'sendAnyway'>): Promise<void> {
    const { editing } = this.desk.get();
    if (editing === null || editing.isSaving) return;
    const place: Place = `edit-${editing.id}`;
    const text = this.drafts.read(place);
    const refusal = refusalOfText(text, this.wiring.model.wording.texts);
    // The button that was pressed stays until there is an answer, and the focus with it.
    this.tell(place, refusal, how.sendAnyway ? { text } : undefined);
    if (refusal !== null) return;
    this.desk.patch({ editing: { ...editing, isSaving: true } });
    const owner = this.drafts.ownerOf(place);
    try {
      this.show(await this.wiring.api.edit(editing.id, { revision: editing.revision, text, ...how }));
      this.discard(place);
    } catch (error) {
      this.noteNotSaved({ ...editing, owner, text, ...how }, error);
    }
  }

  private noteNotSaved({ id, source, revision, owner, text, sendAnyway }: UnsavedEdit, error: unknown): void {
    const place: Place = `edit-${id}`;
    const newest = isRefusedAs('comment_changed', error) ? Number(error.problem.revision) : revision;
    const open: Desk['editing'] = { id, source, revision: newest, isSaving: false };
    const again = (): void => {
      this.desk.patch({ editing: open });
      void this.save({ sendAnyway });
    };
    if (isLoggedOut(error)) this.wiring.logInAgain(place, again);
    this.wiring.standing.noteRefused(error, place, again);
    // Whoever is reading now has it before their eyes.
    if (owner !== null) for (const kept of [place, revisionOf(id)]) this.drafts.leaveTo(owner, kept);
    this.drafts.put(place, this.drafts.read(place) || text);
    this.drafts.keep(revisionOf(id), String(newest));
    this.desk.patch({ editing: open });
    const isWarned = isRefusedAs('comment_may_be_held', error) || (sendAnyway === true && error instanceof NoAnswer);
    this.tell(place, refusalText(error, this.wiring.model.wording), isWarned ? { text } : undefined);
  }

  /** @returns what to tell when it did not work */
  async withdraw(id: string): Promise<string | null> {
    try {
      this.show(await this.wiring.api.withdraw(id));
    } catch (error) {
      const isInSight = this.wiring.reading.find(id) !== undefined;
      if (isLoggedOut(error)) this.wiring.logInAgain(isInSight ? `react-${id}` : 'top', () => void this.withdraw(id));
      return refusalText(error, this.wiring.model.wording);
    }
    return null;
  }

  /** A comment needs no bringing before its author's eyes: it is there, or it is a draft again. */
  forgetLatest(id: string): void {
    if (this.desk.get().latest === id) this.desk.patch({ latest: null });
  }

  /** Shows what another page left to be sent, and brings one before the reader's eyes. */
  showLeft(clientId: string): void {
    this.outbox.show();
    this.desk.patch({ latest: clientId });
  }

  /** Shows the reader's own comments that others do not see, and brings one before their eyes. */
  showUnpublished(id: string): void {
    this.wiring.session.showUnpublished();
    this.desk.patch({ latest: id });
  }

  /** Posts a text that is still in its place; whatever else is there was not meant, and stays a draft. */
  private post(parentId: string | null, text: string, sendAnywayAs?: string): void {
    const { reader } = this.wiring.session;
    const place = replyTo(parentId);
    const rest = this.drafts.without(place, text);
    if (!reader || rest === null) return;
    this.tell(place, null);
    const clientId = sendAnywayAs ?? (this.drafts.read(clientIdOf(parentId)) || undefined);
    const sent = this.outbox.send(
      { readerId: reader.id, parentId, text, ...(sendAnywayAs !== undefined && { sendAnyway: true }) },
      clientId,
    );
    this.drafts.keep(clientIdOf(parentId), '');
    this.drafts.put(place, rest);
    this.desk.update((desk) => ({ ...desk, latest: sent.clientId, replyingTo: desk.replyingTo === parentId ? null : desk.replyingTo }));
    // A top-level comment has its place in the whole conversation only.
    if (parentId === null) this.wiring.reading.closePart();
  }

  private notePosted({ clientId, isShown }: Outgoing, posted: PostedComment): void {
    this.wiring.session.noteWait(posted.state.slowSeconds ?? 0);
    this.show(posted, isShown ? 'late' : 'waiting');
    this.desk.update((desk) => ({ ...desk, latest: desk.latest === clientId ? posted.own.id : desk.latest }));
  }

  private noteRefused({ parentId, text, clientId, readerId, sendAnyway }: Outgoing, refusal: Refusal): void {
    const place = replyTo(parentId);
    const again = (): void => this.post(parentId, text, sendAnyway && clientId);
    if (isLoggedOut(refusal)) {
      this.toPost = text;
      this.wiring.logInAgain(place, again);
    }
    this.wiring.standing.noteRefused(refusal, place, again);
    this.drafts.leaveTo(readerId, place);
    this.giveBack(parentId, text);
    this.tell(
      place,
      refusalText(refusal, this.wiring.model.wording),
      isRefusedAs('comment_may_be_held', refusal) ? { text, clientId } : undefined,
    );
    this.forgetLatest(clientId);
  }

  /** Opens the field it was written in, unless that would close another. */
  private giveBack(parentId: string | null, text: string): void {
    this.drafts.giveBack(replyTo(parentId), text);
    if (parentId !== null && this.wiring.reading.find(parentId))
      this.desk.update((desk) => ({ ...desk, replyingTo: desk.replyingTo ?? parentId }));
  }

  private show({ own, view, state }: PostedComment, place: Arrival = 'late'): void {
    const { reading, session } = this.wiring;
    if (view?.state === 'published') {
      reading.applyOwn(view, state, place);
      return;
    }
    if (own.status === 'withdrawn') session.forgetUnpublished(own.id);
    else session.noteUnpublished(own, place === 'late');
    if (view) reading.applyView(view);
    else reading.applyGone(own.id, state);
  }

  private tell(place: Place, refusal: string | null, warned?: Warned): void {
    this.desk.update((desk) => ({
      ...desk,
      refusals: { ...desk.refusals, [place]: refusal ?? undefined },
      warned: { ...desk.warned, [place]: warned },
    }));
  }
}
