import { Injectable } from '@nestjs/common';
import { limits } from '../../contract/limits';
import { Transactions } from '../platform/database';
import { addressKey, RateLimits } from '../platform/http';
import { Clock, Ids } from '../platform/time';
import { isOrigin, type Site, SitesRepository } from '../sites';
import { articleUrl, assertArticleKey, readTitle } from './article';
import { FirstViewsRepository } from './first-views.repository';
import type { Thread } from './thread';
import { TooManyFirstViews, UnknownOrigin, UrlNotOnSite } from './threads.errors';
import { ThreadsRepository } from './threads.repository';

/** What the embed says about the article page it stands on. Anybody can say anything here. */
export interface ArticlePage {
  origin: string;
  articleKey: string;
  url: string;
  title: string;
  /** The network address of who opens it. */
  address: string;
}

const openedIsNotedEveryMilliseconds = (limits.thread.provisionalHours / 2) * 3_600_000;

/** The thread of the article a reader has opened: one read if it has one, else it is registered on this first view. */
@Injectable()
export class OpenThread {
  /** A new article has many first readers at once: they wait for one registration. */
  private readonly registering = new Map<string, Promise<Thread>>();

  constructor(
    private readonly firstViews: FirstViewsRepository,
    private readonly threads: ThreadsRepository,
    private readonly sites: SitesRepository,
    private readonly transactions: Transactions,
    private readonly rates: RateLimits,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @throws UnknownOrigin, UrlNotOnSite, InvalidRequest, TooManyRequests, TooManyFirstViews */
  async execute(page: ArticlePage): Promise<{ thread: Thread; site: Site }> {
    assertArticleKey(page.articleKey);
    const url = articleUrl(page.url);
    const found = isOrigin(page.origin)
      ? await this.firstViews.findThread({ origin: page.origin, articleKey: page.articleKey, url: url?.href })
      : undefined;
    if (found === undefined) throw new UnknownOrigin(page.origin);
    const { site, thread } = found;
    if (thread === undefined) {
      if (url?.origin !== page.origin) throw new UrlNotOnSite(page.url);
      return { site, thread: await this.register(site, { ...page, url: url.href }) };
    }
    if (this.isLongUnnoted(thread)) await this.transactions.run((tx) => this.firstViews.noteOpened(tx, thread.id));
    return { site, thread };
  }

  private async register(site: Site, page: ArticlePage): Promise<Thread> {
    const article = `${site.id} ${page.articleKey}`;
    const underWay = this.registering.get(article);
    if (underWay !== undefined) return underWay;
    await this.rates.consume('threadsPerAddress', addressKey(page.address));
    const registering = this.registering.get(article) ?? this.insert(site, page);
    this.registering.set(article, registering);
    return registering.finally(() => this.registering.delete(article));
  }

  /** One at a time on each site, so that the count is exact. */
  private insert(site: Site, page: ArticlePage): Promise<Thread> {
    return this.transactions.run(async (tx) => {
      await this.sites.lockSite(tx, site.key);
      const { thread, isNew } = await this.threads.insertOrLock(tx, this.threadOf(site, page));
      if (isNew && (await this.firstViews.countProvisional(tx, site.id)) > limits.thread.provisionalPerSite) throw new TooManyFirstViews();
      return thread;
    });
  }

  private threadOf(site: Site, { articleKey, url, title }: ArticlePage): Thread {
    return {
      id: this.ids.next(),
      siteId: site.id,
      articleKey,
      url,
      title: readTitle(title) || articleKey,
      section: null,
      publishedAt: null,
      mode: 'open',
      closesAt: null,
      registeredBy: 'first_view',
      provisionalAt: this.clock.now(),
    };
  }

  private isLongUnnoted({ provisionalAt }: Thread): boolean {
    return provisionalAt !== null && this.clock.now().getTime() - provisionalAt.getTime() > openedIsNotedEveryMilliseconds;
  }
}
