import { Injectable } from '@nestjs/common';
import type { ThreadMode } from '../../contract/conversation';
import { Transactions } from '../platform/database';
import { NotFound } from '../platform/http';
import { Ids } from '../platform/time';
import { type Site, SitesRepository } from '../sites';
import { articleUrl, readTitle } from './article';
import { takeChanges } from './change-log';
import type { Thread } from './thread';
import { UrlNotOnSite } from './threads.errors';
import { ThreadsRepository } from './threads.repository';

export interface ThreadRegistration {
  url: string;
  title: string;
  section?: string;
  publishedAt?: string;
  mode?: ThreadMode;
  closesAt?: string | null;
  /** Further addresses of the same article. */
  aliases?: string[];
}

/**
 * Makes or updates the thread of an article; what is not given stays as it is. Saying the same twice changes nothing.
 * A thread that a first view made is the publisher's from then on.
 */
@Injectable()
export class RegisterThread {
  constructor(
    private readonly threads: ThreadsRepository,
    private readonly sites: SitesRepository,
    private readonly transactions: Transactions,
    private readonly ids: Ids,
  ) {}

  /** @throws NotFound, UrlNotOnSite */
  async execute(siteKey: string, articleKey: string, given: ThreadRegistration): Promise<Thread> {
    const site = await this.sites.findSiteByKey(siteKey);
    if (site === undefined) throw new NotFound();
    const url = urlOn(site, given.url);
    const aliases = (given.aliases ?? []).map((alias) => urlOn(site, alias));
    return this.transactions.run(async (tx) => {
      const fresh = merged({ id: this.ids.next(), siteId: site.id, articleKey, ...unset }, { ...given, url });
      const { thread: before, isNew } = await this.threads.insertOrLock(tx, fresh);
      const thread = isNew ? fresh : merged(before, { ...given, url });
      await this.threads.noteUrls(tx, thread, [url, ...aliases]);
      if (isNew) return thread;
      const changesMode = thread.mode !== before.mode || thread.closesAt?.getTime() !== before.closesAt?.getTime();
      if (changesMode) await takeChanges(tx, thread.id, { count: 1, comments: 0, act: 'mode' });
      await this.threads.updateThread(tx, thread);
      return thread;
    });
  }
}

const unset = {
  url: '',
  title: '',
  section: null,
  publishedAt: null,
  mode: 'open' as const,
  closesAt: null,
  registeredBy: 'publisher' as const,
  provisionalAt: null,
};

/** The address as it is kept. @throws UrlNotOnSite */
function urlOn(site: Site, given: string): string {
  const url = articleUrl(given);
  if (url === undefined || !site.origins.includes(url.origin)) throw new UrlNotOnSite(given);
  return url.href;
}

function merged(thread: Thread, given: ThreadRegistration): Thread {
  return {
    ...thread,
    url: given.url,
    title: readTitle(given.title) || thread.articleKey,
    section: given.section ?? thread.section,
    publishedAt: given.publishedAt === undefined ? thread.publishedAt : new Date(given.publishedAt),
    mode: given.mode ?? thread.mode,
    closesAt: given.closesAt === undefined ? thread.closesAt : given.closesAt === null ? null : new Date(given.closesAt),
    registeredBy: 'publisher',
    provisionalAt: null,
  };
}
