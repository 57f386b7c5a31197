import { InboxApi } from '../api/inbox-api';
import type { ParleyApi } from '../api/parley-api';
import type { FrameModel } from '../frame/frame-model';
import { Inbox } from './inbox';
import { News } from './news';

export interface WhatWaitsWiring {
  model: FrameModel;
  api: ParleyApi;
  isHidden(): boolean;
  logInAgain(then: () => void): void;
}

export interface WhatWaits {
  news: News;
  inbox: Inbox;
}

/** Counts and lists tell each other what they learn. */
export function whatWaits({ model, api, isHidden, logInAgain }: WhatWaitsWiring): WhatWaits {
  const { site } = model.state;
  const inboxApi = new InboxApi(api, site.key);
  const news: News = new News({
    state: model.news,
    api: inboxApi,
    siteId: site.id,
    isHidden,
    random: Math.random,
    onMoved: (places) => inbox.noteMoved(places),
    onAdded: (count) => inbox.noteAdded(count),
  });
  const inbox = new Inbox({ state: model.inbox, count: model.news, api: inboxApi, news, logInAgain });
  // They have one place in common.
  model.inbox.subscribe(() => model.inbox.get() && model.mine.set(null));
  model.mine.subscribe(() => model.mine.get() && inbox.close());
  return { news, inbox };
}
