import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';
import type { FollowingSettings as FollowingSettingsContract } from '../../../contract/following';

export class FollowingSettings implements FollowingSettingsContract {
  @ApiProperty({ description: 'Everybody can read who follows whom on the site; otherwise readers read it of themselves alone.' })
  @IsBoolean()
  areListsPublic: boolean;
}
