import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { CommentPage, Permalink } from '../../contract/conversation';
import type { FrameState } from '../../contract/embed';
import { ListComments } from '../comments';
import { Env } from '../config';
import { NotFound, Representation } from '../platform/http';
import { Clock } from '../platform/time';
import type { Site } from '../sites';
import { type Built, HeadCache, OpenThread, type Thread, threadView } from '../threads';
import { frameHead, frameTail } from './frame-document';
import { lookStyles } from './frame-look';
import { framePolicy } from './frame-policy';
import type { FrameRequest } from './frame-request';
import { WidgetBuild } from './widget-build';

const order = 'newest';
/** Times are written relative to when the document was made. */
const validMilliseconds = 60_000;
const maxDocumentBytes = 32 * 1024 * 1024;

export interface Frame {
  document: Representation;
  policy: string;
}

interface Opened {
  thread: Thread;
  site: Site;
}

/** The framed document: the conversation with its first page in it, nothing of which belongs to one reader. */
@Injectable()
export class ShowFrame {
  /** Whole documents, by their tail and the look before it. */
  private readonly documents = new LRUCache<string, Representation>({
    maxSize: maxDocumentBytes,
    sizeCalculation: ({ keptBytes }) => keptBytes,
  });

  constructor(
    private readonly openThread: OpenThread,
    private readonly listComments: ListComments,
    private readonly cache: HeadCache,
    private readonly build: WidgetBuild,
    private readonly env: Env,
    private readonly clock: Clock,
  ) {}

  /** @throws UnknownOrigin, UrlNotOnSite, InvalidRequest, TooManyRequests, TooManyFirstViews */
  async execute(request: FrameRequest): Promise<Frame> {
    const opened = await this.openThread.execute(request.page);
    const tail = await this.tail(request, opened);
    const own = lookStyles(request.look);
    const styles = [this.build.renderer.frameStyles, ...(own === '' ? [] : [own])];
    const key = [tail.entityTag, request.language, request.look.theme, own].join(' ');
    const document = this.documents.get(key) ?? this.compose(request, tail, styles);
    this.documents.set(key, document);
    return { document, policy: framePolicy({ ancestors: opened.site.origins, styles, publicUrl: this.env.publicUrl }) };
  }

  private compose({ language, look }: FrameRequest, tail: Representation, styles: string[]): Representation {
    const direction = this.build.renderer.directionOf(language);
    const { client, catalogues } = this.build;
    const head = frameHead({ language, direction, look, styles, client, catalogue: catalogues[language] });
    return new Representation(Buffer.concat([Buffer.from(head), tail.body]), tail.contentType);
  }

  /** A permalink to what is not here shows the conversation all the same. */
  private async tail(request: FrameRequest, opened: Opened): Promise<Representation> {
    const name = `frame ${request.language} ${request.page.origin}`;
    const { commentId } = request;
    if (commentId !== undefined) {
      const permalinked = this.cache.read(opened.thread.id, `${name} ${commentId}`, () => this.buildPermalink(request, opened, commentId));
      const found = await permalinked.catch(unlessNotFound);
      if (found !== undefined) return found;
    }
    return this.cache.read(opened.thread.id, name, async () => {
      return this.render(request, opened, { page: await this.listComments.page(opened.thread.id, order), permalink: null });
    });
  }

  /** The page is read first: what changes in between, the scripts ask for again. @throws NotFound */
  private async buildPermalink(request: FrameRequest, opened: Opened, commentId: string): Promise<Built> {
    const page = await this.listComments.page(opened.thread.id, order);
    const permalink = await this.listComments.permalink(commentId);
    if (permalink.thread.id !== opened.thread.id) throw new NotFound();
    return this.render(request, opened, { page, permalink });
  }

  private render(request: FrameRequest, { thread, site }: Opened, read: { page: CommentPage; permalink: Permalink | null }): Built {
    const now = this.clock.now();
    const state: FrameState = {
      thread: threadView(thread, now),
      ...read,
      order,
      site: { id: site.id, key: site.key, name: site.name },
      section: thread.section,
      publisherOrigin: request.page.origin,
      language: request.language,
      renderedAt: now.toISOString(),
    };
    return {
      head: read.page.thread.head,
      representation: new Representation(Buffer.from(frameTail(state, this.build.renderer.renderFrame(state))), 'text/html; charset=utf-8'),
      validUntil: new Date(now.getTime() + validMilliseconds),
    };
  }
}

function unlessNotFound(error: unknown): undefined {
  if (!(error instanceof NotFound)) throw error;
}
