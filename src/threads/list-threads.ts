import { Injectable } from '@nestjs/common';
import { limits } from '../../contract/limits';
import type { ThreadsPage } from '../../contract/thread-settings';
import type { ReaderActor } from '../platform/access';
import { InvalidRequest, NotFound } from '../platform/http';
import { readLine } from '../platform/text';
import { isTime } from '../platform/time';
import { SitesRepository } from '../sites';
import { assertMaySeeSettings } from './thread-settings.policy';
import { type ThreadPlace, ThreadSettingsRepository } from './thread-settings.repository';

const cursorShape = /^([^|]+)\|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

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
    const text = readLine(asked.text ?? '');
    if (text.length > limits.thread.searchMaxLength)
      throw new InvalidRequest([{ field: 'text', detail: 'the text to look for is too long' }]);
    const after = asked.cursor === undefined ? undefined : readCursor(asked.cursor);
    const found = await this.settings.list(site.id, { text, after, limit: limits.page.threads + 1 });
    const threads = found.slice(0, limits.page.threads);
    const last = threads.at(-1);
    return { threads, nextCursor: found.length > threads.length && last !== undefined ? writeCursor(last) : null };
  }
}

function writeCursor({ activeAt, id }: ThreadPlace): string {
  return Buffer.from(`${activeAt}|${id}`).toString('base64url');
}

/** @throws InvalidRequest */
function readCursor(text: string): ThreadPlace {
  const [, activeAt, id] = cursorShape.exec(Buffer.from(text, 'base64url').toString()) ?? [];
  if (activeAt === undefined || id === undefined || !isTime(activeAt))
    throw new InvalidRequest([{ field: 'cursor', detail: 'the cursor is not one of this list: begin at the first page' }]);
  return { activeAt, id };
}
