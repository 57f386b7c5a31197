import { Injectable } from '@nestjs/common';
import type { FollowingInThread } from '../../contract/following-in-thread';
import { Reads } from '../platform/database';

const nothing: FollowingInThread = { followsThread: false, followsSection: false, conversations: [], muted: [], words: [] };

/** What one reader follows and does not want to see, as an open thread needs it. */
@Injectable()
export class FollowingInThreadRepository {
  constructor(private readonly reads: Reads) {}

  /** In one statement; nothing where there is no such thread. */
  async read(threadId: string, readerId: string): Promise<FollowingInThread> {
    const [row] = await this.reads.prepared<FollowingInThread>(
      'following_in_thread',
      `select exists (select from follow f where f.reader_id = $2 and f.site_id = t.site_id and f.subject_id = t.id) as "followsThread",
              exists (select from section s join follow f on f.subject_id = s.id and f.site_id = s.site_id
                       where s.site_id = t.site_id and s.name = t.section and f.reader_id = $2) as "followsSection",
              array(select c.id from follow f join comment c on c.id = f.subject_id
                     where f.reader_id = $2 and f.site_id = t.site_id and f.kind = 'conversation' and c.thread_id = t.id) as conversations,
              array(select m.muted_id from mute m where m.reader_id = $2) as muted,
              coalesce((select w.words from mute_words w where w.reader_id = $2), '{}') as words
         from thread t where t.id = $1`,
      [threadId, readerId],
    );
    return row ?? nothing;
  }
}
