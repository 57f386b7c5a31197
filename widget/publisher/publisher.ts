import type { FrameMessage, LoaderMessage } from '../../contract/embed';
import { readLoaderMessage } from './loader-message';

/** The article page around the frame. Whatever it says, anybody on that page can have said. */
export class Publisher {
  private height = 0;

  constructor(
    private readonly origin: string,
    private readonly onMessage: (message: LoaderMessage) => void,
  ) {}

  start(): void {
    window.addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
      if (source !== window.parent || origin !== this.origin) return;
      const message = readLoaderMessage(data);
      if (message) this.onMessage(message);
    });
    new ResizeObserver(() => this.tellHeight()).observe(document.documentElement);
    this.tellHeight();
    this.tell({ parley: 'ready' });
  }

  tell(message: FrameMessage): void {
    if (window.parent !== window) window.parent.postMessage(message, this.origin);
  }

  /** Brings an element into the reader's sight: it is the article page that scrolls. */
  scrollTo(element: Element): void {
    this.tellHeight();
    this.tell({ parley: 'scroll', top: Math.max(0, Math.round(element.getBoundingClientRect().top + window.scrollY)) });
  }

  private tellHeight(): void {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (height === this.height) return;
    this.height = height;
    this.tell({ parley: 'height', height });
  }
}
