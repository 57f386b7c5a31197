/** What the query around it gives, as SQL: parameters or columns. */
interface FeedRowsParts {
  readerId: string;
  siteId: string;
  /** By which of their times they are taken: that of the comment, or when it came to feeds; then only what came after the reader began to follow it. */
  time: 'at' | 'told_at';
  /** The place before which they are, or the `beginningOfFeed`. */
  before: { at: string; id: string };
  /** Later than that. */
  since: string;
  limit: string;
}

/** Before the end of time. */
export const beginningOfFeed = { at: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };

/** Rows of the site that are looked at first, for each that is followed: they cost little beside a look for each. */
const firstLook = 2;

/**
 * SQL: the newest rows (`at`, their time; `comment_id`; `told_at`) of what a reader follows on a site, whatever became of the comment meanwhile and whoever wrote
 * it. Each comment once at a time: it has one `at`, but may have come to feeds of one topic after those of another.
 *
 * Who follows many finds enough among the newest rows of the site: one range of an index. Else it costs a look into another index for each that is followed:
 * the newest row of each topic tells how old a row can be that is still among the first `limit`, and only topics with something as new are read further.
 * Neither depends on how many comments there are.
 */
export function feedRowsSql({ readerId, siteId, time, before, since, limit }: FeedRowsParts): string {
  const range = `r.site_id = ${siteId} and (r.${time}, r.comment_id) < (${before.at}::timestamptz, ${before.id}::uuid) and r.${time} > ${since}::timestamptz`;
  const isSinceFollow = (follow: string): string => (time === 'told_at' ? `and r.told_at > ${follow}.followed_at` : '');
  const newestFirst = `order by r.${time} desc, r.comment_id desc`;
  return `with followed as materialized (select f.subject_id as topic_id, f.followed_at from follow f where f.reader_id = ${readerId} and f.site_id = ${siteId}),
    recent as materialized (
      select r.${time} as at, r.comment_id, r.told_at, r.topic_id from topic_comment r where ${range} ${newestFirst} limit (select ${firstLook} * count(*) from followed)),
    found as materialized (
      select r.at, r.comment_id, max(r.told_at) as told_at from recent r join followed f on f.topic_id = r.topic_id ${isSinceFollow('f')}
       group by r.at, r.comment_id order by r.at desc, r.comment_id desc limit ${limit}),
    sparse as materialized (
      select (select count(*) from found) < ${limit} and (select count(*) from recent) = (select ${firstLook} * count(*) from followed) as is_so),
    newest as materialized (
      select f.topic_id, f.followed_at, n.at, n.comment_id
        from followed f cross join lateral (
          select r.${time} as at, r.comment_id from topic_comment r where r.topic_id = f.topic_id and ${range} ${isSinceFollow('f')} ${newestFirst} limit 1) n
       where (select is_so from sparse)),
    oldest as materialized (
      select coalesce((select d.at from (select distinct n.at, n.comment_id from newest n) d order by d.at desc offset ${limit} - 1 limit 1), '-infinity') as at)
    select a.at, a.comment_id, max(a.told_at) as told_at
      from (select p.at, p.comment_id, p.told_at from found p where not (select is_so from sparse)
             union all
            select p.at, p.comment_id, p.told_at
              from newest n cross join lateral (
                select r.${time} as at, r.comment_id, r.told_at from topic_comment r
                 where r.topic_id = n.topic_id and ${range} ${isSinceFollow('n')} and r.${time} >= (select at from oldest) ${newestFirst} limit ${limit}) p
             where n.at >= (select at from oldest)) a
     group by a.at, a.comment_id order by a.at desc, a.comment_id desc limit ${limit}`;
}
