import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CommentPage, ThreadView } from '../../contract/conversation';
import { type FrameState, type Language, languages } from '../../contract/embed';
import { builtFile, builtFiles, builtFolder, type Representation } from '../platform/http';

/** What the widget's build for the server offers. Its HTML is finished: everything in it is escaped. */
export interface WidgetRenderer {
  frameStyles: string;
  directionOf(language: Language): 'ltr' | 'rtl';
  renderFrame(state: FrameState): string;
  renderFragment(view: FragmentView): string;
}

export interface FragmentView {
  thread: ThreadView;
  page: CommentPage;
  language: Language;
  /** The comment that is shown with its replies, instead of a page. */
  commentId?: string;
  /** Of what follows on the next page. */
  nextUrl?: string;
  wholeUrl: string;
  permalinkUrl(id: string): string;
  repliesUrl(id: string): string;
}

/** The built widget, read once when the service starts. */
export class WidgetBuild {
  readonly loader: Representation;
  readonly counts: Representation;
  readonly renderer: WidgetRenderer;
  /** The address of the module that the framed document starts. */
  readonly client: string;
  /** The modules of the words, one for each language, which the client loads next. */
  readonly catalogues: Record<Language, string>;
  private readonly assets: ReadonlyMap<string, Representation>;

  /** @throws Error when the widget is not built */
  constructor(folder = builtFolder('widget')) {
    if (!existsSync(join(folder, 'manifest.json'))) throw new Error(`The widget is not built (${folder}): run npm run build.`);
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, string>;
    this.loader = builtFile(join(folder, 'embed.js'));
    this.counts = builtFile(join(folder, 'counts.js'));
    this.renderer = require(join(folder, 'server.js')) as WidgetRenderer;
    this.assets = builtFiles(join(folder, 'assets'));
    this.client = this.addressOf(manifest.client);
    const catalogue = (language: Language): [Language, string] => [language, this.addressOf(manifest[language])];
    this.catalogues = Object.fromEntries(languages.map(catalogue)) as Record<Language, string>;
  }

  asset(name: string): Representation | undefined {
    return this.assets.get(name);
  }

  private addressOf(name: string | undefined): string {
    if (name === undefined || !this.assets.has(name)) throw new Error("The widget's build is not whole: run npm run build.");
    return `/embed/assets/${name}`;
  }
}
