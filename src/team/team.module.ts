import { Module } from '@nestjs/common';
import { AuthModule } from '../auth';
import { ReadersModule } from '../readers';
import { SitesModule } from '../sites';
import { AcceptInvitation } from './accept-invitation';
import { AcceptanceController } from './acceptance.controller';
import { ChangeRole } from './change-role';
import { InvitationPageController } from './invitation-page/invitation-page.controller';
import { InvitationsController } from './invitations.controller';
import { InvitationsRepository } from './invitations.repository';
import { ManageInvitations } from './manage-invitations';
import { ReadTeam } from './read-team';
import { TeamController } from './team.controller';
import { TeamRepository } from './team.repository';
import { TeamAccess } from './team-access';

@Module({
  imports: [AuthModule, ReadersModule, SitesModule],
  controllers: [TeamController, InvitationsController, AcceptanceController, InvitationPageController],
  providers: [AcceptInvitation, ChangeRole, InvitationsRepository, ManageInvitations, ReadTeam, TeamAccess, TeamRepository],
})
export class TeamModule {}
