import { HidingPart } from '../following/hiding-part';
import { Publisher } from '../publisher/publisher';
import { wearLook } from '../publisher/wear-look';
import { afterRendering, commentElementId, isWriting, titleId } from '../view/focus';
import { type FrameModel, shownConversation } from './frame-model';
import { FrameWork } from './frame-work';
import { Live } from './live';

const minuteMilliseconds = 60_000;

/** A frame at work. */
export interface StartedFrame extends FrameWork {
  /** Tells others that the reader is writing there. */
  typing(parentId: string | null): void;
  readonly hiding: HidingPart;
  /** It is the article page that scrolls. */
  bringIntoSight(element: Element): void;
}

/** Ties what can be done to the browser: the article page, other tabs, the clock, the connection. */
export function startFrame(model: FrameModel): StartedFrame {
  const channel = sessionChannel();
  const work: FrameWork = new FrameWork(model, {
    tellOthers: () => channel?.postMessage('changed'),
    onChanged: () => {
      publisher.tell({ parley: 'session', loggedIn: Boolean(work.session.reader) });
      live.reconnect();
    },
    onAnswer: () => live.connectNow(),
    isHidden: () => document.hidden,
  });
  const live = new Live(work);
  const publisher = new Publisher(model.state.publisherOrigin, (message) => {
    if (message.parley === 'look') wearLook(message.look, document.documentElement);
    // The form is not laid over what somebody is writing; who presses a button of the article page has left the frame.
    else if (!work.session.reader && !(isWriting() && document.hasFocus())) work.askToJoin({ place: 'top', mode: 'logIn' });
  });
  channel?.addEventListener('message', () => {
    void work.session.refresh();
    work.news.lookAgain();
  });
  window.addEventListener('storage', (event) => work.writing.noteStored(event));
  window.addEventListener('online', () => {
    work.writing.outbox.retryNow();
    live.connectNow();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) return;
    live.connectNow();
    work.news.noteVisible();
  });
  publisher.start();
  bringPartIntoSight(model, publisher);
  tellCount(model, publisher);
  keepTime(model);
  void work.session.refresh().then(() => live.start());
  return Object.assign(work, {
    hiding: new HidingPart(model),
    typing: (parentId: string | null) => live.typing(parentId),
    bringIntoSight: (element: Element) => publisher.scrollTo(element),
  });
}

/** The other frames of this browser; some browsers have none where they block storage. */
function sessionChannel(): BroadcastChannel | null {
  try {
    return new BroadcastChannel('parley-session');
  } catch {
    return null;
  }
}

/** A part of the conversation, when the frame opens with one and whenever one is opened. */
function bringPartIntoSight(model: FrameModel, publisher: Publisher): void {
  const shownPart = (): string | undefined => model.screen.get().part?.permalink?.id;
  const show = (id: string): void => {
    afterRendering(() => {
      const element = document.getElementById(commentElementId(id)) ?? document.getElementById(titleId);
      if (!element) return;
      element.focus({ preventScroll: true });
      publisher.scrollTo(element);
    });
  };
  let shown = shownPart();
  if (shown !== undefined) show(shown);
  model.screen.subscribe(() => {
    const next = shownPart();
    if (next === shown) return;
    // Back in the whole conversation, the reader goes on where that comment stands, if it is there.
    const { latest, held } = model.desk.get();
    const isPosting = latest !== null || held !== null;
    const target = next ?? (isPosting ? undefined : shown);
    shown = next;
    if (next === undefined) publisher.tell({ parley: 'whole' });
    if (target !== undefined) setTimeout(() => show(target));
  });
}

function tellCount(model: FrameModel, publisher: Publisher): void {
  let told = -1;
  const tell = (): void => {
    const { commentCount } = shownConversation(model.screen.get()).state;
    if (commentCount === told) return;
    told = commentCount;
    publisher.tell({ parley: 'count', count: commentCount });
  };
  tell();
  model.screen.subscribe(tell);
}

function keepTime(model: FrameModel): void {
  const tick = (): void => model.now.set(Date.now());
  tick();
  setInterval(tick, minuteMilliseconds);
  document.addEventListener('visibilitychange', () => document.hidden || tick());
}
