import { ofPerson } from '../../session/of-person';
import type { Workplace } from '../../workplace';
import { ThreadDesk } from './thread-desk';
import { ThreadsApi } from './threads-api';
import { ThreadsList } from './threads-list';

type Surroundings = Pick<Workplace, 'api' | 'session'>;

/** The stores of the pages of threads, for one person. */
class ThreadsDesk {
  readonly api: ThreadsApi;
  private readonly lists = new Map<string, ThreadsList>();
  private readonly threads = new Map<string, ThreadDesk>();

  constructor({ api, session }: Surroundings) {
    this.api = new ThreadsApi(api, session);
  }

  list(siteKey: string): ThreadsList {
    const list = this.lists.get(siteKey) ?? new ThreadsList(this.api, siteKey);
    this.lists.set(siteKey, list);
    return list;
  }

  thread(siteKey: string, id: string): ThreadDesk {
    const key = `${siteKey} ${id}`;
    const thread = this.threads.get(key) ?? new ThreadDesk(this.api, id);
    this.threads.set(key, thread);
    return thread;
  }
}

/** What somebody has typed is still there when they come back from another page, and gone when they leave or somebody else signs in. */
export const deskOf = ofPerson((surroundings: Surroundings) => new ThreadsDesk(surroundings));
