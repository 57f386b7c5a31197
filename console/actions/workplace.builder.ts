import type { ConsoleMe } from '../../contract/auth';
import type { StandardReason } from '../../contract/reasons';
import { ConsoleApi } from '../api/console-api';
import { comments, HeldService } from '../queue/held.builder';
import { aHistory, aReason, aSanction } from '../readers/readers.builder';
import { Workplace } from '../workplace';

export const surroundings = {
  location: { pathname: '/console' },
  history: { pushState: () => undefined, replaceState: () => undefined },
  localStorage: { getItem: () => null, setItem: () => undefined },
  navigator: { languages: ['en'] },
} as unknown as Window;

const site = { id: 'site', key: 'demo', name: 'Demo' };
export const ada: ConsoleMe = {
  reader: { id: 'ada', name: 'Ada', email: 'ada@example.org' },
  roles: [{ role: 'administrator' }],
  sites: [site],
};

const reasons = ['insult', 'hate', 'threat'].map((key) => aReason(key as StandardReason));

/** Of somebody who is signed in, at Held, with so many comments. */
export async function aWorkplace(count = 2, me = ada): Promise<Workplace> {
  const api = Object.assign(new ConsoleApi(), {
    me: async () => me,
    held: new HeldService(comments(count)).held,
    reasons: async () => reasons,
    macros: async () => [],
    reader: async () => aHistory({ sanctions: [aSanction()] }),
  });
  const workplace = new Workplace(surroundings, api);
  await workplace.session.find();
  await new Promise((resolve) => setTimeout(resolve));
  return workplace;
}
