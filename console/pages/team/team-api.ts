import type { InvitationView, InviteRequest, MadeInvitation, RoleChangesPage, TeamRole, TeamView } from '../../../contract/team';
import type { ConsoleApi } from '../../api/console-api';
import { sitePath } from '../../api/site-path';

/** What the page of the team asks of the service, for one site. */
export class TeamApi {
  private readonly site: string;

  constructor(
    private readonly api: Pick<ConsoleApi, 'ask'>,
    siteKey: string,
  ) {
    this.site = sitePath(siteKey);
  }

  members(): Promise<TeamView> {
    return this.api.ask('GET', `${this.site}/team`);
  }

  changes(cursor: string | null): Promise<RoleChangesPage> {
    const query = cursor === null ? '' : `?${new URLSearchParams({ cursor })}`;
    return this.api.ask('GET', `${this.site}/team/changes${query}`);
  }

  give(readerId: string, role: TeamRole): Promise<void> {
    return this.api.ask('PUT', `${this.site}/team/${readerId}`, { role });
  }

  take(readerId: string): Promise<void> {
    return this.api.ask('DELETE', `${this.site}/team/${readerId}`);
  }

  invitations(): Promise<InvitationView[]> {
    return this.api.ask('GET', `${this.site}/invitations`);
  }

  invite(request: InviteRequest): Promise<MadeInvitation> {
    return this.api.ask('POST', `${this.site}/invitations`, request);
  }

  revoke(id: string): Promise<void> {
    return this.api.ask('DELETE', `${this.site}/invitations/${id}`);
  }
}
