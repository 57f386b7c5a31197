import { InboxApi } from '../api/inbox-api';
import type { ParleyApi } from '../api/parley-api';
import type { FrameModel } from '../frame/frame-model';
import { takePlace } from '../frame/panel-order';
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
  const onOpen = (): void => takePlace(model, 'inbox');
  const inbox = new Inbox({ state: model.inbox, count: model.news, api: inboxApi, news, logInAgain, onOpen, now: Date.now });
  return { news, inbox };
}
