import type { CommentOrder, CommentPage, Permalink, ThreadView } from './conversation';

/** Languages the widget speaks; a catalogue for each. */
export const languages = ['en', 'de', 'es', 'fr', 'ar'] as const;
export type Language = (typeof languages)[number];

export const themes = ['light', 'dark', 'auto'] as const;
export type Theme = (typeof themes)[number];

/** What the framed document is rendered from, on the server and again, the same, when the scripts take over. Nothing in it belongs to one reader. */
export interface FrameState {
  thread: ThreadView;
  /** The first page in `order`; what a permalink view needs is in `permalink`. */
  page: CommentPage;
  order: CommentOrder;
  permalink: Permalink | null;
  /** The publication. */
  site: { id: string; key: string; name: string };
  /** The part of the publication that the article is in. */
  section: string | null;
  /** The origin of the article page: the only one the frame speaks to. */
  publisherOrigin: string;
  language: Language;
  /** ISO 8601; relative times are counted from it until the scripts have taken over. */
  renderedAt: string;
}

/** The id of the `<script type="application/json">` that holds the `FrameState`, and of the element it is rendered into. */
export const frameStateId = 'parley-state';
export const frameRootId = 'parley';

/** How the conversation should look; taken from the article page. */
export interface Look {
  theme: Theme;
  /** `#rrggbb` */
  accent?: string;
  /** A CSS font-family list of plain names. */
  font?: string;
}

/** From the frame to the loader, each `{ parley: <type>, ... }` to the publisher's exact origin. */
export type FrameMessage =
  | { parley: 'ready' }
  | { parley: 'height'; height: number }
  /** Brings a place of the frame (pixels from its top) into sight. */
  | { parley: 'scroll'; top: number }
  /** Shows the whole conversation again, after one part of it. */
  | { parley: 'whole' }
  /** Whether somebody is logged in in this frame; not who. */
  | { parley: 'session'; loggedIn: boolean }
  | { parley: 'count'; count: number };

/** From the loader to the frame, to the service's exact origin. Anybody on the article page can send these: they must be harmless. */
export type LoaderMessage = { parley: 'look'; look: Look } | { parley: 'login' };
