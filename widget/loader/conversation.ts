import type { FrameMessage, LoaderMessage, Look, Theme } from '../../contract/embed';
import { frameAddress, frameName, permalinkedComment } from './frame-address';
import { lookAt, onNewLook } from './page-look';
import { roomAt } from './room';

/** What the frame may do; not to lead the article page away. */
const rights = 'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox';

/** The conversation at one placeholder. */
export interface Conversation {
  element: HTMLElement;
  /** Loads the frame if it is not there yet. */
  show(): void;
  /** Shows the comment that the page's address now names. */
  showPermalink(): void;
  login(): void;
  isFrom(event: MessageEvent): boolean;
  receive(message: FrameMessage): void;
  close(): void;
}

export function conversationAt(element: HTMLElement, service: string): Conversation {
  const room = roomAt(element);
  const framed = framedIn(element, service);
  let isLoginWanted = false;

  const show = (): void => {
    const frame = framed.make();
    if (frame) room.admit(frame);
  };
  const askToLogIn = (): void => {
    if (!isLoginWanted || !framed.send({ parley: 'login' })) return;
    isLoginWanted = false;
    element.scrollIntoView();
  };

  return {
    element,
    show,
    showPermalink: () => framed.loadAgain() || show(),
    login: () => {
      isLoginWanted = true;
      show();
      askToLogIn();
    },
    isFrom: framed.isFrom,
    receive: (message) => {
      if (message.parley === 'height') room.fit(message.height);
      if (message.parley === 'scroll') bringIntoSight(element, message.top);
      if (message.parley === 'whole') forgetPermalink();
      if (message.parley !== 'ready') return;
      framed.noteReady();
      askToLogIn();
    },
    close: () => {
      framed.forget();
      room.clear();
    },
  };
}

/** The frame, which looks like its place in the page. */
interface Framed {
  /** Undefined when it is there already. */
  make(): HTMLIFrameElement | undefined;
  /** False when there is none yet. */
  loadAgain(): boolean;
  noteReady(): void;
  /** False when it is not ready to listen. */
  send(message: LoaderMessage): boolean;
  isFrom(event: MessageEvent): boolean;
  forget(): void;
}

function framedIn(element: HTMLElement, service: string): Framed {
  let frame: HTMLIFrameElement | undefined;
  let isReady = false;
  let toldLook: string | undefined;

  const send = (message: LoaderMessage): boolean => {
    if (isReady) frame?.contentWindow?.postMessage(message, service);
    return isReady;
  };
  const lookNow = (): Look => {
    const { ground, look } = lookAt(element);
    if (frame) standOn(ground, frame);
    toldLook = JSON.stringify(look);
    return look;
  };
  const tellLook = (): void => {
    if (!isReady) return;
    const told = toldLook;
    const look = lookNow();
    if (told !== toldLook) send({ parley: 'look', look });
  };
  const stopLooking = onNewLook(element, tellLook);

  return {
    make: () => {
      if (frame) return undefined;
      frame = newFrame(element);
      frame.src = frameAddress(element, service, lookNow());
      return frame;
    },
    loadAgain: () => {
      isReady = false;
      // Replacing leaves no step in the page's history.
      frame?.contentWindow?.location.replace(frameAddress(element, service, lookNow()));
      return frame !== undefined;
    },
    noteReady: () => {
      isReady = true;
      // The page may look different by now.
      tellLook();
    },
    send,
    isFrom: ({ source }) => frame !== undefined && source === frame.contentWindow,
    forget: () => {
      stopLooking();
      frame = undefined;
    },
  };
}

function newFrame(element: HTMLElement): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.title = frameName(element);
  frame.allow = 'clipboard-write';
  frame.referrerPolicy = 'origin';
  frame.setAttribute('sandbox', rights);
  frame.style.cssText = 'display:block;width:100%;border:0';
  return frame;
}

/** Browsers let the page through a frame that is as light or dark as its place; any other gets a ground of its own. */
function standOn(ground: Theme, frame: HTMLIFrameElement): void {
  frame.style.colorScheme = ground === 'auto' ? '' : ground;
}

/**
 * Whoever loads the page again, or follows the same link again, gets what that says. It leaves no step in the page's history.
 * The address is a whole one: a path alone may lead elsewhere, where the page has a base or the path begins like a host.
 */
function forgetPermalink(): void {
  if (permalinkedComment(location.hash)) history.replaceState(history.state, '', location.href.replace(/#.*/, ''));
}

/** Left to the browser, so that sticky headings, inner scrollers and reduced motion are minded as the page says. */
function bringIntoSight(element: HTMLElement, top: number): void {
  const place = document.createElement('div');
  place.style.cssText = `position:absolute;margin-top:${top}px`;
  element.prepend(place);
  place.scrollIntoView();
  place.remove();
}
