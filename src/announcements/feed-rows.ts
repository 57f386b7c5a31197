/** What the query around it gives, as SQL: parameters or columns. */
interface FeedRowsParts {
  readerId: string;
  siteId: string;
  /** The place before which they are, or the `beginningOfFeed`. */
  before: { at: string; id: string };
  /** Later than that. */
  since: string;
  limit: string;
}

/** Before the end of time. */
export const beginningOfFeed = { at: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };

/**
 * SQL: the newest rows (`at`, `comment_id`) of what a reader follows on a site, each comment once, whatever became of it meanwhile and whoever wrote it.
 *
 * It costs a look into the index for each that is followed, and some rows of those that brought something new enough; how many comments there are does not
 * matter. The newest row of each topic tells how old a row can be that is still among the first `limit`: only topics with something as new are read further.
 */
export function feedRowsSql({ readerId, siteId, before, since, limit }: FeedRowsParts): string {
  const range = `r.site_id = ${siteId} and (r.at, r.comment_id) < (${before.at}::timestamptz, ${before.id}::uuid) and r.at > ${since}::timestamptz`;
  const newestFirst = 'order by r.at desc, r.comment_id desc';
  return `with newest as materialized (
      select f.subject_id as topic_id, n.at, n.comment_id
        from follow f cross join lateral (
          select r.at, r.comment_id from topic_comment r where r.topic_id = f.subject_id and ${range} ${newestFirst} limit 1) n
       where f.reader_id = ${readerId} and f.site_id = ${siteId}),
    oldest as materialized (
      select coalesce((select d.at from (select distinct n.at, n.comment_id from newest n) d order by d.at desc offset ${limit} - 1 limit 1), '-infinity') as at)
    select distinct p.at, p.comment_id
      from newest n cross join lateral (
        select r.at, r.comment_id from topic_comment r
         where r.topic_id = n.topic_id and ${range} and r.at >= (select at from oldest) ${newestFirst} limit ${limit}) p
     where n.at >= (select at from oldest)
     order by p.at desc, p.comment_id desc limit ${limit}`;
}
