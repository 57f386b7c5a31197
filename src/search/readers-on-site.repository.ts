import { Injectable } from '@nestjs/common';
import type { AuthorView } from '../../contract/conversation';
import { Reads } from '../platform/database';
import { foldName, gramsOfName } from './reader-names';

@Injectable()
export class ReadersOnSiteRepository {
  constructor(private readonly reads: Reads) {}

  /** Those whose name begins with it first, short names before long ones. */
  async findByName(siteId: string, part: string, limit: number): Promise<AuthorView[]> {
    const folded = foldName(part);
    return this.reads.rows<AuthorView>(
      `select a.id, a.name from reader_on_site r join reader a on a.id = r.reader_id
        where r.site_id = $1 and r.grams @> $3::text[] and strpos(r.folded_name, $2) > 0
        order by strpos(r.folded_name, $2) > 1, length(r.folded_name), r.folded_name, a.id limit $4`,
      [siteId, folded, gramsOfName(folded), limit],
    );
  }
}
