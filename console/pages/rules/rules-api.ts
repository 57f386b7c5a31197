import type { ReplayList, ReplayRequest, ReplayView, ReplayWithExamples } from '../../../contract/replays';
import type { ScorerAnswer, SetScorerRequest } from '../../../contract/scorer';
import type {
  ChangeScreeningRequest,
  ChangeWordListRequest,
  MakeWordListRequest,
  ScreeningSettings,
  ScreeningView,
  WordListWithTerms,
} from '../../../contract/screening';
import type { ConsoleApi } from '../../api/console-api';
import { sitePath } from '../../api/site-path';

/** What the page asks of the service. Every method throws Refusal or NoAnswer. */
export class RulesApi {
  private readonly site: string;

  constructor(
    private readonly api: Pick<ConsoleApi, 'ask'>,
    siteKey: string,
  ) {
    this.site = sitePath(siteKey);
  }

  rules(): Promise<ScreeningView> {
    return this.api.ask('GET', `${this.site}/screening`);
  }

  changeSettings(request: ChangeScreeningRequest): Promise<ScreeningSettings> {
    return this.api.ask('PATCH', `${this.site}/screening`, request);
  }

  makeList(request: MakeWordListRequest): Promise<WordListWithTerms> {
    return this.api.ask('POST', `${this.site}/word-lists`, request);
  }

  list(id: string): Promise<WordListWithTerms> {
    return this.api.ask('GET', `${this.site}/word-lists/${encodeURIComponent(id)}`);
  }

  changeList(id: string, request: ChangeWordListRequest): Promise<WordListWithTerms> {
    return this.api.ask('PATCH', `${this.site}/word-lists/${encodeURIComponent(id)}`, request);
  }

  scorer(): Promise<ScorerAnswer> {
    return this.api.ask('GET', `${this.site}/screening/scorer`);
  }

  setScorer(request: SetScorerRequest): Promise<ScorerAnswer> {
    return this.api.ask('PUT', `${this.site}/screening/scorer`, request);
  }

  deleteScorer(): Promise<void> {
    return this.api.ask('DELETE', `${this.site}/screening/scorer`);
  }

  beginReplay(request: ReplayRequest): Promise<ReplayView> {
    return this.api.ask('POST', `${this.site}/screening/replays`, request);
  }

  replays(): Promise<ReplayList> {
    return this.api.ask('GET', `${this.site}/screening/replays`);
  }

  replay(id: string): Promise<ReplayWithExamples> {
    return this.api.ask('GET', `${this.site}/screening/replays/${id}`);
  }

  cancelReplay(id: string): Promise<void> {
    return this.api.ask('DELETE', `${this.site}/screening/replays/${id}`);
  }
}
