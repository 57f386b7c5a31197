import type { FollowingSettings } from '../../../contract/following';
import type { ChangeReasonRequest, MakeReasonRequest, ReasonView } from '../../../contract/reasons';
import type { MacroView } from '../../../contract/sanctions';
import type { ConsoleApi } from '../../api/console-api';
import { sitePath } from '../../api/site-path';

export type MacroText = Omit<MacroView, 'id'>;

/** What an editor sets of one site. Every method throws Refusal or NoAnswer. */
export class SettingsApi {
  private readonly site: string;

  constructor(
    private readonly api: Pick<ConsoleApi, 'ask' | 'reasons' | 'macros'>,
    private readonly siteKey: string,
  ) {
    this.site = sitePath(siteKey);
  }

  reasons(): Promise<ReasonView[]> {
    return this.api.reasons(this.siteKey);
  }

  addReason(request: MakeReasonRequest): Promise<ReasonView> {
    return this.api.ask('POST', `${this.site}/reasons`, request);
  }

  changeReason(id: string, request: ChangeReasonRequest): Promise<ReasonView> {
    return this.api.ask('PATCH', `${this.site}/reasons/${id}`, request);
  }

  macros(): Promise<MacroView[]> {
    return this.api.macros(this.siteKey);
  }

  following(): Promise<FollowingSettings> {
    return this.api.ask('GET', `${this.site}/following-settings`);
  }

  changeFollowing(following: FollowingSettings): Promise<FollowingSettings> {
    return this.api.ask('PUT', `${this.site}/following-settings`, following);
  }

  /** Each answers with all of them. */
  addMacro(macro: MacroText): Promise<MacroView[]> {
    return this.api.ask('POST', `${this.site}/macros`, macro);
  }

  changeMacro(id: string, macro: MacroText): Promise<MacroView[]> {
    return this.api.ask('PATCH', `${this.site}/macros/${id}`, macro);
  }

  deleteMacro(id: string): Promise<MacroView[]> {
    return this.api.ask('DELETE', `${this.site}/macros/${id}`);
  }
}
