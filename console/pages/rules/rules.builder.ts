import type { ReplayRequest, ReplayWithExamples } from '../../../contract/replays';
import type { ChangeScreeningRequest, ChangeWordListRequest, ScreeningView, WordListWithTerms } from '../../../contract/screening';
import { Refusal } from '../../api/console-api';
import { Rules } from './rules';
import type { RulesApi } from './rules-api';

export const aView: ScreeningView = {
  version: '7',
  settings: {
    newReaderComments: 0,
    newReaderHours: 0,
    maxLinks: 5,
    trustedDomains: [],
    blockedDomains: ['spam.example'],
    rejections: 3,
    rejectionDays: 7,
    repeatsOfReader: 2,
    repeatsOfOthers: 3,
  },
  lists: [],
};

export const aList: WordListWithTerms = {
  id: 'list',
  name: 'Words',
  language: 'en',
  outcome: 'hold',
  isOn: false,
  termCount: 2,
  terms: ['mimsy', 'slithy'],
  changedAt: '2026-11-02T12:00:00.000Z',
  version: '7',
};

export const refusal = (code: string): Refusal => new Refusal(409, { code, detail: code }, null);

/** A service that does what it is asked, and remembers it. */
export class RulesService {
  view = aView;
  wordList = aList;
  replayTold: Partial<ReplayWithExamples> = {};
  readonly asked: object[] = [];
  /** What the next changes are refused with. */
  refusals: (Error | undefined)[] = [];
  /** How the next looks at a replay fail. */
  looks: Error[] = [];

  readonly rules = new Rules(
    {
      rules: async () => this.view,
      list: async () => this.wordList,
      changeSettings: async (request: ChangeScreeningRequest) => this.take({ settings: request }),
      changeList: async (_: string, request: ChangeWordListRequest) => {
        this.take(request);
        const { add = [], remove = [], version: __, ...given } = request;
        const terms = [...this.wordList.terms.filter((term) => !remove.includes(term)), ...add];
        this.wordList = { ...this.wordList, ...given, terms };
        return this.wordList;
      },
      beginReplay: async (request: ReplayRequest) => {
        this.take({ replay: request });
        return { id: 'replay' };
      },
      replays: async () => ({ replays: [] }),
      replay: async () => {
        const failed = this.looks.shift();
        if (failed !== undefined) throw failed;
        return { id: 'replay', endedAt: null, version: this.view.version, proposal: {}, ...this.replayTold };
      },
    } as unknown as RulesApi,
    { keepGoing: (work) => work() },
  );

  private take(request: object): never | undefined {
    const refused = this.refusals.shift();
    if (refused !== undefined) throw refused;
    this.asked.push(request);
    return undefined;
  }
}
