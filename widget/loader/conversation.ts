import type { FrameMessage, LoaderMessage, Theme } from '../../contract/embed';
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
  let frame: HTMLIFrameElement | undefined;
  let isReady = false;
  let isLoginWanted = false;
  let toldLook: string | undefined;

  const send = (message: LoaderMessage): void => {
    if (isReady) frame?.contentWindow?.postMessage(message, service);
  };

  const tellLook = (): void => {
    if (!frame || !isReady) return;
    const { ground, look } = lookAt(element);
    standOn(ground, frame);
    if (JSON.stringify(look) === toldLook) return;
    toldLook = JSON.stringify(look);
    send({ parley: 'look', look });
  };
  const stopLooking = onNewLook(element, tellLook);

  const address = (): string => {
    const { ground, look } = lookAt(element);
    if (frame) standOn(ground, frame);
    toldLook = JSON.stringify(look);
    return frameAddress(element, service, look);
  };

  const show = (): void => {
    if (frame) return;
    frame = document.createElement('iframe');
    frame.title = frameName(element);
    frame.allow = 'clipboard-write';
    frame.referrerPolicy = 'origin';
    frame.setAttribute('sandbox', rights);
    frame.style.cssText = 'display:block;width:100%;border:0';
    frame.src = address();
    room.admit(frame);
  };

  const askToLogIn = (): void => {
    if (!isReady || !isLoginWanted) return;
    isLoginWanted = false;
    element.scrollIntoView();
    send({ parley: 'login' });
  };

  return {
    element,
    show,
    showPermalink: () => {
      isReady = false;
      // Replacing leaves no step in the page's history.
      if (frame) frame.contentWindow?.location.replace(address());
      else show();
    },
    login: () => {
      isLoginWanted = true;
      show();
      askToLogIn();
    },
    isFrom: ({ source }) => frame !== undefined && source === frame.contentWindow,
    receive: (message) => {
      if (message.parley === 'height') room.fit(message.height);
      if (message.parley === 'scroll') bringIntoSight(element, message.top);
      if (message.parley === 'whole') forgetPermalink();
      if (message.parley !== 'ready') return;
      isReady = true;
      // The page may look different by now.
      tellLook();
      askToLogIn();
    },
    close: () => {
      stopLooking();
      room.clear();
      frame = undefined;
    },
  };
}

/** Browsers let the page through a frame that is as light or dark as its place; any other gets a ground of its own. */
function standOn(ground: Theme, frame: HTMLIFrameElement): void {
  frame.style.colorScheme = ground === 'auto' ? '' : ground;
}

/** Whoever loads the page again, or follows the same link again, gets what that says. It leaves no step in the page's history. */
function forgetPermalink(): void {
  if (permalinkedComment(location.hash)) history.replaceState(history.state, '', location.pathname + location.search);
}

/** Left to the browser, so that sticky headings, inner scrollers and reduced motion are minded as the page says. */
function bringIntoSight(element: HTMLElement, top: number): void {
  const place = document.createElement('div');
  place.style.cssText = `position:absolute;margin-top:${top}px`;
  element.prepend(place);
  place.scrollIntoView();
  place.remove();
}
