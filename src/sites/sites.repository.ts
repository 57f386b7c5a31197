import { Injectable } from '@nestjs/common';
import { isUniqueViolation, Reads, type Transaction } from '../platform/database';
import type { Site } from './site';
import { SiteKeyTaken } from './sites.errors';

interface SiteRow {
  id: string;
  key: string;
  name: string;
  origins: string[];
}

const columns = 'id, key, name, origins';

@Injectable()
export class SitesRepository {
  constructor(private readonly reads: Reads) {}

  async findSiteByKey(key: string): Promise<Site | undefined> {
    const [row] = await this.reads.rows<SiteRow>(`select ${columns} from site where key = $1`, [key]);
    return row;
  }

  async listSites(): Promise<Site[]> {
    return this.reads.rows<SiteRow>(`select ${columns} from site order by key`);
  }

  async insertSite(tx: Transaction, site: Site): Promise<void> {
    try {
      await tx.rows('insert into site (id, key, name, origins) values ($1, $2, $3, $4)', [site.id, site.key, site.name, site.origins]);
    } catch (error) {
      if (isUniqueViolation(error, 'site_key_unique')) throw new SiteKeyTaken();
      throw error;
    }
  }
}
