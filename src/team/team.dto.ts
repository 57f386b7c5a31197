import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsEmail, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { limits } from '../../contract/limits';
import {
  type InvitationView as InvitationContract,
  type InviteRequest,
  type MadeInvitation as MadeInvitationContract,
  type RoleChangesPage as RoleChangesContract,
  type RoleChangeView,
  type SiteRole,
  siteRoles,
  type TeamView as TeamContract,
  type TeamMember,
  type TeamRole,
  teamRoles,
} from '../../contract/team';

export class GiveRoleDto {
  @ApiProperty({ enum: teamRoles, description: 'An administrator is one on every site.' })
  @IsIn(teamRoles)
  role: TeamRole;
}

export class InviteDto implements InviteRequest {
  @ApiProperty({ format: 'email', maxLength: limits.reader.emailMaxLength })
  @IsEmail({}, { message: 'this is not an e-mail address' })
  @MaxLength(limits.reader.emailMaxLength)
  email: string;

  @ApiProperty({ enum: siteRoles })
  @IsIn(siteRoles)
  role: SiteRole;
}

export class LinkDto {
  @ApiProperty({ description: 'The part of the link after the #.' })
  @IsString()
  @MaxLength(100)
  token: string;
}

export class AcceptDto extends LinkDto {
  @ApiProperty({ format: 'password' })
  @IsString()
  @MaxLength(limits.request.maxFieldLength)
  password: string;

  @ApiPropertyOptional({ description: 'Of whoever has no account yet: it is made.' })
  @IsOptional()
  @IsString()
  @MaxLength(limits.request.maxFieldLength)
  name?: string;
}

class Person {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;
}

class Member implements TeamMember {
  @ApiProperty()
  reader: Person;

  @ApiProperty({ enum: teamRoles })
  role: TeamRole;

  @ApiProperty({ format: 'date-time' })
  since: string;
}

export class TeamView implements TeamContract {
  @ApiProperty({ type: [Member], description: 'Administrators first, staff last.' })
  members: Member[];

  @ApiProperty({ enum: teamRoles, isArray: true, description: 'What the caller may give and take.' })
  givable: TeamRole[];
}

const roleOrNothing = { oneOf: [{ type: 'string', enum: [...teamRoles] }, { type: 'null' }] };

class RoleChange implements RoleChangeView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  reader: Person;

  @ApiProperty(roleOrNothing)
  from: TeamRole | null;

  @ApiProperty(roleOrNothing)
  to: TeamRole | null;

  @ApiProperty({ type: Person, nullable: true, description: 'Null where it was done outside of the console.' })
  changedBy: Person | null;

  @ApiProperty({ format: 'date-time' })
  changedAt: string;
}

export class RoleChangesPage implements RoleChangesContract {
  @ApiProperty({ type: [RoleChange] })
  changes: RoleChange[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class InvitationView implements InvitationContract {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'email' })
  email: string;

  @ApiProperty({ enum: siteRoles })
  role: SiteRole;

  @ApiProperty()
  invitedBy: Person;

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;
}

export class MadeInvitation extends InvitationView implements MadeInvitationContract {
  @ApiProperty({ format: 'uri', description: 'Shown this once. Whoever made it sends it by themselves.' })
  link: string;
}

export class LinkView {
  @ApiProperty()
  siteName: string;

  @ApiProperty({ enum: siteRoles })
  role: SiteRole;

  @ApiProperty({ format: 'email' })
  email: string;
}
