import { isSanctionedSql, type Sanction } from '../sanctions';
import { isStaffSql } from '../sites';

/** What the database knows of the author of a draft, and of texts like it. */
export interface Standing {
  /** The strictest that is in force. */
  sanction: Sanction | null;
  isNewReader: boolean;
  isOftenRejected: boolean;
  /** The first comment of the day that is almost the same, where there are too many of them. */
  sameAs: string | null;
}

/** Of whom nothing stands against publishing. */
export const good: Standing = { sanction: null, isNewReader: false, isOftenRejected: false, sameAs: null };

const isYoung = 'a.created_at > now() - make_interval(hours => p.new_reader_hours)';

/** Of the author’s on the site; a range of the index of their comments. */
const ofAuthor = 'from comment c where c.author_id = a.id and c.site_id = t.site_id';

const hasFewComments = `(select count(*) from (select ${ofAuthor} and c.status = 'published' limit p.new_reader_comments) known) < p.new_reader_comments`;

const isOftenRejected = `(p.rejections > 0 and (
  select count(*) ${ofAuthor} and c.status in ('rejected', 'removed') and c.posted_at > now() - make_interval(days => p.rejection_days)) >= p.rejections)`;

/** A wave can be of any size: enough of it is looked at to tell that it is one. */
const enoughRows = 500;

function sameAs(shape: string): string {
  return `(
    select case when p.repeats_of_reader > 0 and count(*) filter (where alike.author_id = a.id) >= p.repeats_of_reader
                  or p.repeats_of_others > 0 and count(*) filter (where alike.author_id <> a.id) >= p.repeats_of_others
                then (array_agg(alike.comment_id order by alike.posted_at))[1] end
      from (select distinct comment_id, author_id, posted_at
              from (select * from text_shape s
                     where s.site_id = t.site_id and s.band = any (${shape}::bigint[]) and s.posted_at > now() - interval '1 day' and s.comment_id <> $2
                     limit ${enoughRows}) s) alike)`;
}

/**
 * SQL: where the author of a draft stands on the site of its thread. $1 is the thread, $2 the comment, $4 the author, `shape` the parameter
 * with the numbers of `textShape`. One row: `site_id`, `author_id`, `version` of the policy, `is_new_reader`, `is_often_rejected`, `same_as`. Whoever has
 * a role there is trusted.
 */
export function standingSql(shape: `$${number}`): string {
  return `select p.site_id, a.id as author_id, p.version,
                 not trusted.is_staff and (${isYoung} or ${hasFewComments}) as is_new_reader,
                 not trusted.is_staff and ${isOftenRejected} as is_often_rejected,
                 case when trusted.is_staff then null else ${sameAs(shape)} end as same_as
            from thread t join screening_policy p on p.site_id = t.site_id join reader a on a.id = $4
           cross join lateral (select ${isStaffSql('a.id', 't.site_id')} as is_staff) trusted
           where t.id = $1`;
}

/** SQL of one row with `site_id` where nothing stands against publishing, by the version of the policy in `version`; else of none. */
export function goodStandingSql({ shape, version }: { shape: `$${number}`; version: `$${number}` }): string {
  return `select standing.site_id from (${standingSql(shape)}) standing
           where standing.version = ${version} and not standing.is_new_reader and not standing.is_often_rejected and standing.same_as is null
             and not ${isSanctionedSql('standing.author_id', 'standing.site_id')}`;
}

/** SQL that keeps the shape of the comment $2 of the author $4; `from` has `site_id` and `at`. */
export function keepShapeSql(shape: `$${number}`, from: string): string {
  return `insert into text_shape (site_id, band, posted_at, comment_id, author_id) select site_id, unnest(${shape}::bigint[]), at, $2, $4 from ${from}`;
}
