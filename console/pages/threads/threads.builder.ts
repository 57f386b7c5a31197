import type { ThreadInConsole } from '../../../contract/thread-settings';

export const aThread = (given: Partial<ThreadInConsole> = {}): ThreadInConsole => ({
  id: 't1',
  articleKey: 'story',
  url: 'https://news.example.org/story',
  title: 'A story',
  section: null,
  mode: 'open',
  closesAt: null,
  slowSeconds: null,
  question: null,
  commentCount: 0,
  heldCount: 0,
  pickCount: 0,
  activeAt: '2030-01-01T00:00:00.000Z',
  ...given,
});
