import { Injectable } from '@nestjs/common';
import type { MentionableReaders } from '../../contract/following';
import { limits } from '../../contract/limits';
import { namesBeginning } from '../../contract/name-beginning';
import { InvalidRequest, NotFound } from '../platform/http';
import { lengthOf, readLine } from '../platform/text';
import { SitesRepository } from '../sites';
import { ThreadsRepository } from '../threads';
import { MentionableRepository } from './mentionable.repository';

const { nameMaxLength } = limits.reader;
/** A longer one is not even counted. */
const maxCodeUnits = limits.request.maxFieldLength;

/** Completes a name that is typed in a thread. Only from those whom the caller has met there or follows: nobody gets at all names by typing letters. */
@Injectable()
export class ListMentionable {
  constructor(
    private readonly mentionable: MentionableRepository,
    private readonly sites: SitesRepository,
    private readonly threads: ThreadsRepository,
  ) {}

  /** @throws NotFound, InvalidRequest */
  async execute(
    { siteKey, threadId, callerId }: { siteKey: string; threadId: string; callerId: string },
    given?: string,
  ): Promise<MentionableReaders> {
    const prefix = readPrefix(given);
    const [site, thread] = await Promise.all([this.sites.findSiteByKey(siteKey), this.threads.findThread(threadId)]);
    if (site === undefined || thread?.siteId !== site.id) throw new NotFound();
    const isMeant = namesBeginning(prefix);
    const known = await this.mentionable.listKnown({ siteId: site.id, threadId, callerId });
    const meant = known.filter(({ name }) => isMeant(name)).map(({ id }) => id);
    return { readers: meant.length === 0 ? [] : await this.mentionable.listWanted(meant, callerId) };
  }
}

/** @throws InvalidRequest */
function readPrefix(given = ''): string {
  const prefix = given.length <= maxCodeUnits ? readLine(given) : '';
  if (prefix !== '' && lengthOf(prefix) <= nameMaxLength) return prefix;
  throw new InvalidRequest([{ field: 'prefix', detail: `prefix has 1 to ${nameMaxLength} characters` }]);
}
