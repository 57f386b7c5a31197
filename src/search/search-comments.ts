import { Injectable } from '@nestjs/common';
import { limits } from '../../contract/limits';
import type { CommentCount, CommentFilter, ExcerptPart, FoundComment, FoundPage, Gap } from '../../contract/search';
import { type CommentPlace, type ModeratedComment, ModeratedCommentsRepository, readCommentPlace, writeCommentPlace } from '../comments';
import { hasRole, type ReaderActor } from '../platform/access';
import { InvalidRequest, NotFound } from '../platform/http';
import { SitesRepository } from '../sites';
import { CommentSearchRepository } from './comment-search.repository';
import { DocumentsRepository } from './documents.repository';
import { excerptOf, wordsOf } from './excerpt';
import type { SiteFilter } from './filter-sql';
import { FoundCommentsRepository } from './found-comments.repository';

/** The comments of a site for those who moderate it, of every status, newest first. */
@Injectable()
export class SearchComments {
  constructor(
    private readonly search: CommentSearchRepository,
    private readonly comments: ModeratedCommentsRepository,
    private readonly found: FoundCommentsRepository,
    private readonly documents: DocumentsRepository,
    private readonly sites: SitesRepository,
  ) {}

  /** @throws NotFound, InvalidRequest */
  async execute(actor: ReaderActor, siteKey: string, { cursor, ...wanted }: CommentFilter & { cursor?: string }): Promise<FoundPage> {
    const filter = await this.readFilter(actor, siteKey, wanted);
    const after = readCommentPlace(cursor);
    const { places, givenUpAt } = await this.search.list(filter, { limit: limits.page.foundComments + 1, after });
    const page = places.slice(0, limits.page.foundComments);
    const next = places.length > page.length ? page.at(-1) : givenUpAt;
    return {
      comments: await this.describe(filter, page),
      nextCursor: next === undefined ? null : writeCommentPlace(next),
      gaps: await this.gapsOf(filter.siteId, givenUpAt),
    };
  }

  /** @throws NotFound, InvalidRequest */
  async count(actor: ReaderActor, siteKey: string, wanted: CommentFilter): Promise<CommentCount> {
    const filter = await this.readFilter(actor, siteKey, wanted);
    // Before it counts: what happens meanwhile is left out of `countedAt`, whether it was counted or not.
    const countedAt = await this.search.now();
    return { ...(await this.search.count(filter, limits.search.maxCounted)), countedAt: countedAt.toISOString() };
  }

  private async readFilter(actor: ReaderActor, siteKey: string, wanted: CommentFilter): Promise<SiteFilter> {
    const site = await this.sites.findSiteByKey(siteKey);
    if (site === undefined || !hasRole(actor, site.id, ['moderator', 'editor'])) throw new NotFound();
    const filter = await this.search.readFilter(site.id, wanted);
    if (filter === undefined) throw new InvalidRequest([{ field: 'text', detail: 'there is nothing in it to look for' }]);
    return filter;
  }

  private async gapsOf(siteId: string, givenUpAt: CommentPlace | undefined): Promise<Gap[]> {
    const isBehind = await this.documents.isBehind(siteId);
    return [...(givenUpAt === undefined ? [] : (['took_too_long'] as const)), ...(isBehind ? (['being_prepared'] as const) : [])];
  }

  private async describe(filter: SiteFilter, places: readonly CommentPlace[]): Promise<FoundComment[]> {
    const ids = places.map(({ id }) => id);
    const [comments, around] = await Promise.all([this.comments.listByIds(ids), this.found.findAround(ids)]);
    const excerpts = await this.excerptsOf(filter, comments);
    return comments.map((comment) => {
      const { decision = null, lease = null, pickedAt = null } = around.get(comment.id) ?? {};
      return { ...comment, lease, lastDecision: decision, pickedAt, excerpt: excerpts.get(comment.id) ?? [] };
    });
  }

  private async excerptsOf({ siteId, text }: SiteFilter, comments: readonly ModeratedComment[]): Promise<Map<string, ExcerptPart[]>> {
    if (text === undefined) return new Map();
    const { stems, strings, openings } = text;
    const forms = stems.length === 0 ? [] : await this.found.findForms(siteId, wordsOf(comments.map((comment) => comment.text)), stems);
    const hits = { words: new Set(forms), strings: [...strings, ...openings] };
    return new Map(comments.map((comment) => [comment.id, excerptOf(comment.text, hits)]));
  }
}
