import { Injectable } from '@nestjs/common';
import type { PublishedComment } from '../../contract/conversation';
import type { CommentElsewhere } from '../../contract/following';
import { type IsMuted, muteWordsMatcher } from '../../contract/mute-words';
import type { CommentBody } from '../../contract/text';
import { isMutedSql, MutesRepository } from '../follows';
import { Reads } from '../platform/database';
import { excerptOf } from '../platform/text';
import { authorJoin, type PublicRow, publicColumns, visibleComment } from './comment.view';

interface ElsewhereRow extends PublicRow {
  thread_id: string;
  thread_title: string;
  thread_url: string;
  /** The parent's, where it is published and its author not muted. */
  parent_author_id: string | null;
  parent_author_name: string | null;
  parent_body: CommentBody | null;
}

/** Comments outside their conversation: in a feed, an inbox, a profile. */
@Injectable()
export class CommentsElsewhere {
  constructor(
    private readonly reads: Reads,
    private readonly mutes: MutesRepository,
  ) {}

  /** By their ids, those that the reader may and wants to see right now: published, of nobody they muted, without their mute words. A visitor mutes nothing. */
  async read(ids: readonly string[], readerId: string | null): Promise<Map<string, CommentElsewhere>> {
    if (ids.length === 0) return new Map();
    const [rows, words] = await Promise.all([this.rows(ids, readerId), readerId === null ? [] : this.mutes.listWords(readerId)]);
    const isMuted = muteWordsMatcher(words);
    const seen = rows.filter((row) => row.body !== null && !isMuted(row.body));
    return new Map(seen.map((row) => [row.id, elsewhere(row, isMuted)]));
  }

  private rows(ids: readonly string[], readerId: string | null): Promise<ElsewhereRow[]> {
    return this.reads.prepared<ElsewhereRow>(
      'comments_elsewhere',
      `select ${publicColumns}, t.id as thread_id, t.title as thread_title, t.url as thread_url,
              pa.id as parent_author_id, pa.name as parent_author_name, case when pa.id is not null then p.body end as parent_body
         from comment c join thread t on t.id = c.thread_id ${authorJoin}
         left join comment p on p.id = c.parent_id and p.status = 'published' and not ${isMutedSql('$2', 'p.author_id')}
         left join reader pa on pa.id = p.author_id
        where c.id = any($1) and c.status = 'published' and not ${isMutedSql('$2', 'c.author_id')}`,
      [ids, readerId],
    );
  }
}

function elsewhere(row: ElsewhereRow, isMuted: IsMuted): CommentElsewhere {
  const { parent_author_id: id, parent_author_name: name, parent_body: body } = row;
  const isParentSeen = id !== null && name !== null && body !== null && !isMuted(body);
  return {
    comment: visibleComment(row) as PublishedComment,
    thread: { id: row.thread_id, title: row.thread_title, url: row.thread_url },
    parent: isParentSeen ? { author: { id, name }, excerpt: excerptOf(body) } : null,
  };
}
