import { Injectable } from '@nestjs/common';
import type { CommentPage } from '../../contract/conversation';
import { ListComments } from '../comments';
import { Env } from '../config';
import { NotFound, Representation } from '../platform/http';
import { Clock } from '../platform/time';
import { assertArticleKey, type Built, HeadCache, type Thread, ThreadsRepository, threadView } from '../threads';
import { fragmentPage, fragmentPageStyles, fragmentPart } from './fragment-document';
import type { FragmentRequest } from './fragment-request';
import { quietPolicy } from './frame-policy';
import { WidgetBuild } from './widget-build';

/** Times may be written relative to when it was made. */
const validMilliseconds = 60_000;

/** What is on a page, and what to ask for to see what follows. */
interface Shown {
  page: CommentPage;
  next?: Record<string, string>;
}

/** The conversation as plain HTML with links, for publishers who include it and for readers without scripts. */
@Injectable()
export class ShowFragment {
  readonly policy: string;
  private readonly styles: readonly string[];

  constructor(
    private readonly threads: ThreadsRepository,
    private readonly listComments: ListComments,
    private readonly cache: HeadCache,
    private readonly build: WidgetBuild,
    private readonly env: Env,
    private readonly clock: Clock,
  ) {
    this.styles = [build.renderer.frameStyles, fragmentPageStyles];
    this.policy = quietPolicy(this.styles, "'none'");
  }

  /** @throws NotFound, InvalidRequest */
  async execute(siteKey: string, articleKey: string, request: FragmentRequest): Promise<Representation> {
    assertArticleKey(articleKey);
    const thread = await this.threads.findThreadOfArticle(siteKey, articleKey);
    if (thread === undefined) throw new NotFound();
    const { form, language, order, cursor, commentId, after } = request;
    const name = JSON.stringify(['fragment', form, language, order, cursor, commentId, after]);
    const path = `/sites/${encodeURIComponent(siteKey)}/threads/${encodeURIComponent(articleKey)}/comments.html`;
    return this.cache.read(thread.id, name, async () => this.render(thread, request, { ...(await this.read(thread, request)), path }));
  }

  private async read(thread: Thread, { order, cursor, commentId, after }: FragmentRequest): Promise<Shown> {
    if (commentId === undefined) {
      const page = await this.listComments.page(thread.id, order, cursor);
      return { page, next: page.nextCursor === null ? undefined : { order, cursor: page.nextCursor } };
    }
    const found = await this.listComments.permalink(commentId);
    if (found.thread.id !== thread.id) throw new NotFound();
    const { comments: replies, hasMore } = await this.listComments.replies(commentId, after);
    const page = { thread: found.state, comments: [...found.ancestors, found.comment, ...replies], nextCursor: null };
    const last = replies.findLast(({ parentId }) => parentId === commentId);
    return { page, next: hasMore && last !== undefined ? { comment: commentId, after: last.id } : undefined };
  }

  private render(thread: Thread, request: FragmentRequest, { page, next, path }: Shown & { path: string }): Built {
    const { form, language, order, commentId } = request;
    const now = this.clock.now();
    const view = { ...threadView(thread, now), isVouchedFor: thread.registeredBy === 'publisher' };
    // Included in the article, a comment is a place of the article, and all that is not there is here.
    const here = form === 'part' ? this.env.publicUrl + path : '';
    const urlOf = (wanted: Record<string, string>): string => `${here}?${new URLSearchParams({ ...wanted, lang: language })}`;
    const markup = this.build.renderer.renderFragment({
      thread: view,
      page,
      language,
      commentId,
      nextUrl: next && urlOf(next),
      wholeUrl: urlOf({ order }),
      permalinkUrl: (id) => (form === 'part' ? `${thread.url}#parley-comment-${id}` : urlOf({ comment: id })),
      repliesUrl: (id) => urlOf({ comment: id }),
    });
    const part = fragmentPart(view, page, markup);
    const direction = this.build.renderer.directionOf(language);
    const html = form === 'part' ? part : fragmentPage({ thread: view, language, direction, styles: this.styles }, part);
    return {
      head: page.thread.head,
      representation: new Representation(Buffer.from(html), 'text/html; charset=utf-8'),
      validUntil: new Date(now.getTime() + validMilliseconds),
    };
  }
}
