import { Injectable } from '@nestjs/common';
import { limits } from '../../../contract/limits';
import type { CivilComment } from '../../../contract/moderation';
import { Reads } from '../../platform/database';
import { isSanctionedSql } from '../../sanctions';

const { newest, days, minLength, maxLength, minLikes, likesPerDislike, listed } = limits.civil;

/** Only so many rows are looked at, by the index of what is searched of a site. Whatever was ever found, reported, noticed or restricted is left out. */
const civilSql = `
  with newest as materialized (
         select d.comment_id as id from comment_document d where d.site_id = $1 and d.posted_at > now() - interval '${days} days'
          order by d.posted_at desc, d.comment_id desc limit ${newest})
  select c.id, t.title, a.name as author, c.text, c.likes
    from newest join comment c on c.id = newest.id join thread t on t.id = c.thread_id join reader a on a.id = c.author_id
   where c.status = 'published' and c.site_id = $1 and c.likes >= greatest(${minLikes}, ${likesPerDislike} * c.dislikes)
     and char_length(c.text) between ${minLength} and ${maxLength}
     and not exists (select from finding f where f.comment_id = c.id)
     and not exists (select from report r where r.comment_id = c.id)
     and not exists (select from notice n where n.comment_id = c.id)
     and not exists (select from decision x where x.comment_id = c.id and x.to_status in ('rejected', 'removed'))
     and not ${isSanctionedSql('c.author_id', 'c.site_id')}
   order by c.rank desc, c.id limit ${listed}`;

@Injectable()
export class CivilCommentsRepository {
  constructor(private readonly reads: Reads) {}

  /** Of a site, the best liked first. */
  list(siteId: string): Promise<CivilComment[]> {
    return this.reads.rows<CivilComment>(civilSql, [siteId]);
  }
}
