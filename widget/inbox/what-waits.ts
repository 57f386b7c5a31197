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
    now: Date.now,
    onMoved: (places) => inbox.noteMoved(places),
    onAdded: (count) => inbox.noteAdded(count),
  });
  // They have one place in common; a profile stands in front of what leads to it.
  const onOpen = (): void => {
    for (const other of [model.mine, model.people, model.profile]) other.set(null);
  };
  const inbox = new Inbox({ state: model.inbox, count: model.news, api: inboxApi, news, logInAgain, onOpen, now: Date.now });
  for (const other of [model.mine, model.people]) other.subscribe(() => other.get() && inbox.close());
  return { news, inbox };
}
