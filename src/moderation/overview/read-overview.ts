import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { limits } from '../../../contract/limits';
import type { Overview, OverviewDays } from '../../../contract/overview';
import type { ReaderActor } from '../../platform/access';
import { NotFound } from '../../platform/http';
import { Clock } from '../../platform/time';
import { SitesRepository } from '../../sites';
import { mayModerate } from '../moderation.policy';
import { OverviewRepository } from './overview.repository';

const hourMilliseconds = 3_600_000;
const dayMilliseconds = 24 * hourMilliseconds;
const rememberedSites = 1_000;

/** How a site went lately; asked of the database once a minute at most. */
@Injectable()
export class ReadOverview {
  private readonly known = new LRUCache<string, Promise<Overview>>({ max: rememberedSites, ttl: limits.overview.keptSeconds * 1_000 });

  constructor(
    private readonly overview: OverviewRepository,
    private readonly sites: SitesRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound */
  async execute(actor: ReaderActor, siteKey: string, days: OverviewDays): Promise<Overview> {
    const site = await this.sites.findSiteByKey(siteKey);
    if (site === undefined || !mayModerate(actor, site.id)) throw new NotFound();
    const key = `${site.id} ${days}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const reading = this.read(site.id, days);
    this.known.set(key, reading);
    reading.catch(() => this.known.delete(key));
    return reading;
  }

  private async read(siteId: string, days: OverviewDays): Promise<Overview> {
    const now = this.clock.now().getTime();
    const hourNow = now - (now % hourMilliseconds);
    const count = days * 24;
    const since = new Date(hourNow - (count - 1) * hourMilliseconds);
    const [hours, waits, rules, appeals] = await Promise.all([
      this.overview.listHours({ siteId, since }),
      this.overview.listWaits({ siteId, since }, limits.overview.decisions),
      this.overview.listRules({ siteId, since }, limits.overview.decisions),
      this.overview.listAppeals({ siteId, since: startOfDay(since) }),
    ]);
    const byHour = new Map(hours.map(({ hour, ...counts }) => [hour.getTime(), counts]));
    const every = Array.from({ length: count }, (_, index) => since.getTime() + index * hourMilliseconds);
    return {
      days,
      hours: every.map((hour) => ({ hour: new Date(hour).toISOString(), ...(byHour.get(hour) ?? { comments: 0, held: 0 }) })),
      waits,
      rules,
      appeals,
      decisions: waits.reduce((sum, { decisions }) => sum + decisions, 0),
    };
  }
}

/** By UTC, as days are counted: the first is whole. */
function startOfDay(time: Date): Date {
  return new Date(time.getTime() - (time.getTime() % dayMilliseconds));
}
