import { Injectable } from '@nestjs/common';
import { limits } from '../../contract/limits';
import type { ThreadsPage } from '../../contract/thread-settings';
import type { ReaderActor } from '../platform/access';
import { InvalidRequest, NotFound, pageOf, readTimeCursor } from '../platform/http';
import { readLine } from '../platform/text';
import { SitesRepository } from '../sites';
import { assertMaySeeSettings } from './thread-settings.policy';
import { ThreadSettingsRepository } from './thread-settings.repository';

/** The threads of a site for its staff, those with the newest activity first. What moves up meanwhile is on the first page. */
@Injectable()
export class ListThreads {
  constructor(
    private readonly settings: ThreadSettingsRepository,
    private readonly sites: SitesRepository,
  ) {}

  /** @throws NotFound, InvalidRequest */
  async execute(actor: ReaderActor, siteKey: string, asked: { text?: string; cursor?: string }): Promise<ThreadsPage> {
    const site = await this.sites.findSiteByKey(siteKey);
    if (site === undefined) throw new NotFound();
    assertMaySeeSettings(actor, site.id);
    const text = readLine(String(asked.text ?? ''));
    if (text.length > limits.thread.searchMaxLength)
      throw new InvalidRequest([{ field: 'text', detail: 'the text to look for is too long' }]);
    const after = readTimeCursor(asked.cursor);
    const found = await this.settings.list(site.id, { text, after, limit: limits.page.threads + 1 });
    const { items: threads, nextCursor } = pageOf(found, limits.page.threads, ({ activeAt: at, id }) => ({ at, id }));
    return { threads, nextCursor };
  }
}
