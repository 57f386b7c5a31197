import { Injectable } from '@nestjs/common';
import { type FollowKind, followKinds } from '../../contract/following';
import { limits } from '../../contract/limits';
import { InvalidRequest, NotFound, readId } from '../platform/http';
import { readLine } from '../platform/text';
import { SitesRepository } from '../sites';
import type { NamedSubject } from './subjects.repository';

/** Reads what an address names: the site by its key, the subject by its kind. */
@Injectable()
export class FollowedSite {
  constructor(private readonly sites: SitesRepository) {}

  /** @throws NotFound */
  async idOf(siteKey: string): Promise<string> {
    const site = await this.sites.findSiteByKey(siteKey);
    if (site === undefined) throw new NotFound();
    return site.id;
  }

  /** @throws NotFound */
  async subjectOf(siteKey: string, kind: string, subject: string): Promise<NamedSubject> {
    if (!isFollowKind(kind)) throw new NotFound();
    return { siteId: await this.idOf(siteKey), kind, subject: kind === 'section' ? sectionName(subject) : readId(subject) };
  }
}

/** The kind that a list is asked for; undefined for all. @throws InvalidRequest */
export function readKind(kind?: string): FollowKind | undefined {
  if (kind === undefined || isFollowKind(kind)) return kind;
  throw new InvalidRequest([{ field: 'kind', detail: `kind is one of ${followKinds.join(', ')}` }]);
}

function isFollowKind(kind: string): kind is FollowKind {
  return followKinds.some((known) => known === kind);
}

/** As threads have it. @throws NotFound */
function sectionName(given: string): string {
  const name = readLine(given);
  if (name === '' || name.length > limits.thread.sectionMaxLength) throw new NotFound();
  return name;
}
