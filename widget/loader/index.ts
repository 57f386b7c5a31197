import { type Conversation, conversationAt } from './conversation';
import { permalinkedComment } from './frame-address';
import { readFrameMessage } from './frame-message';

type EventName = 'ready' | 'count' | 'session';
/** `value` is the count, whether somebody is logged in, or nothing. */
type Handler = (value: number | boolean | undefined, element: HTMLElement) => void;

interface Parley {
  /** Shows the conversation of a placeholder that came later. */
  open(element: HTMLElement): void;
  close(element: HTMLElement): void;
  /** Asks the reader to join or log in, in the first conversation of the page. */
  login(): void;
  on(name: EventName, handler: Handler): void;
}

declare global {
  interface Window {
    Parley?: Parley;
  }
}

const script = document.currentScript as HTMLScriptElement | null;
function openAll(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-parley-thread]')) window.Parley?.open(element);
}

// The tag may come again, with a part of the page that came later. An element named Parley is no property of the window's own.
if (Object.hasOwn(window, 'Parley')) openAll();
else if (script?.src) start(new URL(script.src).origin);

function start(service: string): void {
  const conversations = new Map<Element, Conversation>();
  const handlers: [EventName, Handler][] = [];

  // Loads what comes within one screen of what is seen.
  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) conversations.get(target)?.show();
    },
    { rootMargin: '100%' },
  );

  const open = (element: HTMLElement): void => {
    if (conversations.has(element) || !element.dataset.parleyThread) return;
    for (const { element: known } of conversations.values()) if (!known.isConnected) close(known);
    const conversation = conversationAt(element, service);
    conversations.set(element, conversation);
    near.observe(element);
    if (!permalinkedComment(location.hash)) return;
    conversation.show();
    if (conversations.size === 1) element.scrollIntoView();
  };

  const close = (element: HTMLElement): void => {
    near.unobserve(element);
    conversations.get(element)?.close();
    conversations.delete(element);
  };

  addEventListener('message', (event) => {
    if (event.origin !== service) return;
    const conversation = [...conversations.values()].find((each) => each.isFrom(event));
    const message = readFrameMessage(event.data);
    if (!conversation || !message) return;
    conversation.receive(message);
    const value = 'count' in message ? message.count : 'loggedIn' in message ? message.loggedIn : undefined;
    for (const [name, handler] of handlers) if (name === message.parley) handler(value, conversation.element);
  });

  // Nobody here knows which conversation has the comment: the one that has it scrolls to it.
  addEventListener('hashchange', () => {
    if (permalinkedComment(location.hash)) for (const conversation of conversations.values()) conversation.showPermalink();
  });

  window.Parley = {
    open,
    close,
    login: () => conversations.values().next().value?.login(),
    on: (name, handler) => void handlers.push([name, handler]),
  };
  openAll();
  document.addEventListener('DOMContentLoaded', openAll);
}
