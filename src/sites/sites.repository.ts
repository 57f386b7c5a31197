import { Injectable } from '@nestjs/common';
import { isUniqueViolation, Reads, type Transaction } from '../platform/database';
import type { Site } from './site';
import { OriginTaken, SiteKeyTaken } from './sites.errors';
import { isStaffSql } from './staff-roles.repository';

const columns = 's.id, s.key, s.name, s.origins, s.search_language as "searchLanguage"';

@Injectable()
export class SitesRepository {
  constructor(private readonly reads: Reads) {}

  async findSiteByKey(key: string): Promise<Site | undefined> {
    const [site] = await this.reads.prepared<Site>('site_by_key', `select ${columns} from site s where s.key = $1`, [key]);
    return site;
  }

  /** The one site whose articles may be at `origin`. */
  async findSiteByOrigin(origin: string): Promise<Site | undefined> {
    const [site] = await this.reads.prepared<Site>(
      'site_by_origin',
      `select ${columns} from site_origin o join site s on s.id = o.site_id where o.origin = $1`,
      [origin],
    );
    return site;
  }

  async listSites(): Promise<Site[]> {
    return this.reads.rows<Site>(`select ${columns} from site s order by s.key`);
  }

  /** Those on which the reader has a role, by name; all for an administrator. */
  async listSitesOfStaff(readerId: string): Promise<Pick<Site, 'id' | 'key' | 'name'>[]> {
    const isStaff = isStaffSql('$1', 's.id');
    return this.reads.rows(`select s.id, s.key, s.name from site s where ${isStaff} order by lower(s.name), s.key`, [readerId]);
  }

  /** @throws SiteKeyTaken, OriginTaken */
  async insertSite(tx: Transaction, site: Site): Promise<void> {
    try {
      await tx.rows('insert into site (id, key, name, origins, search_language) values ($1, $2, $3, $4, $5)', [
        site.id,
        site.key,
        site.name,
        site.origins,
        site.searchLanguage,
      ]);
    } catch (error) {
      throw isUniqueViolation(error, 'site_key_unique') ? new SiteKeyTaken() : error;
    }
    await this.insertOrigins(tx, site);
  }

  /** The site as it is, locked until the transaction ends. */
  async lockSite(tx: Transaction, key: string): Promise<Site | undefined> {
    const [site] = await tx.rows<Site>(`select ${columns} from site s where s.key = $1 for no key update`, [key]);
    return site;
  }

  /** Under the lock of the site. @throws OriginTaken */
  async updateSite(tx: Transaction, site: Site): Promise<void> {
    const { id, name, origins, searchLanguage } = site;
    await tx.rows('update site set name = $2, origins = $3, search_language = $4 where id = $1', [id, name, origins, searchLanguage]);
    await tx.rows('delete from site_origin where site_id = $1', [site.id]);
    await this.insertOrigins(tx, site);
  }

  private async insertOrigins(tx: Transaction, site: Site): Promise<void> {
    try {
      await tx.rows('insert into site_origin (site_id, origin) select $1, unnest($2::text[])', [site.id, site.origins]);
    } catch (error) {
      throw isUniqueViolation(error, 'site_origin_unique') ? new OriginTaken() : error;
    }
  }
}
