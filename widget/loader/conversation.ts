import type { FrameMessage, LoaderMessage } from '../../contract/embed';
import { frameAddress, frameName } from './frame-address';
import { lookAt } from './page-look';

/** Kept free, so that whatever follows is out of sight while the conversation grows or has not told its height yet. */
const reservedHeight = '100vh';

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
  let frame: HTMLIFrameElement | undefined;
  let isReady = false;
  let isLoginWanted = false;

  const send = (message: LoaderMessage): void => {
    if (isReady) frame?.contentWindow?.postMessage(message, service);
  };
  const observer = new MutationObserver(() => send({ parley: 'look', look: lookAt(element) }));
  observer.observe(element, { attributeFilter: ['data-parley-theme'] });
  if (!Number.parseFloat(getComputedStyle(element).minHeight)) element.style.minHeight = reservedHeight;

  const show = (): void => {
    if (frame) return;
    frame = document.createElement('iframe');
    frame.title = frameName(element);
    frame.allow = 'clipboard-write';
    frame.referrerPolicy = 'origin';
    frame.setAttribute('sandbox', rights);
    frame.style.cssText = `display:block;width:100%;border:0;height:${getComputedStyle(element).minHeight}`;
    frame.src = frameAddress(element, service);
    element.append(frame);
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
      if (frame) frame.contentWindow?.location.replace(frameAddress(element, service));
      else show();
    },
    login: () => {
      isLoginWanted = true;
      show();
      askToLogIn();
    },
    isFrom: ({ source }) => frame !== undefined && source === frame.contentWindow,
    receive: (message) => {
      if (message.parley === 'height' && frame) frame.style.height = `${Math.ceil(message.height)}px`;
      if (message.parley === 'scroll') bringIntoSight(element, message.top);
      if (message.parley !== 'ready') return;
      isReady = true;
      askToLogIn();
    },
    close: () => {
      observer.disconnect();
      frame?.remove();
      frame = undefined;
    },
  };
}

/** Left to the browser, so that sticky headings, inner scrollers and reduced motion are minded as the page says. */
function bringIntoSight(element: HTMLElement, top: number): void {
  const place = document.createElement('div');
  place.style.cssText = `position:absolute;margin-top:${top}px`;
  element.prepend(place);
  place.scrollIntoView();
  place.remove();
}
