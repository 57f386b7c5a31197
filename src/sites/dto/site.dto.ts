import { ApiProperty, PartialType, PickType } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsString, Length, Matches } from 'class-validator';

export class CreateSiteDto {
  @ApiProperty({ example: 'morning-post', pattern: '^[a-z0-9][a-z0-9-]{1,39}$' })
  @Matches(/^[a-z0-9][a-z0-9-]{1,39}$/, { message: 'key takes 2 to 40 lower-case letters, digits and dashes' })
  key: string;

  @ApiProperty({ example: 'The Morning Post', minLength: 1, maxLength: 80 })
  @Length(1, 80)
  name: string;

  @ApiProperty({ type: [String], example: ['https://www.example.org'] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsString({ each: true })
  origins: string[];
}

export class UpdateSiteDto extends PartialType(PickType(CreateSiteDto, ['name', 'origins'])) {}

export class SiteView extends CreateSiteDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
}
