import { ApiProperty, ApiPropertyOptional, OmitType, PartialType, PickType } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsString, Matches } from 'class-validator';
import { limits } from '../../../contract/limits';
import { type SearchLanguage, searchLanguages } from '../../../contract/search';
import { IsLine, MayBeMissing } from '../../platform/http';

export class CreateSiteDto {
  @ApiProperty({ example: 'morning-post', pattern: '^[a-z0-9][a-z0-9-]{1,39}$' })
  @Matches(/^[a-z0-9][a-z0-9-]{1,39}$/, { message: 'key takes 2 to 40 lower-case letters, digits and dashes' })
  key: string;

  @ApiProperty({ example: 'The Morning Post', minLength: 1, maxLength: limits.site.nameMaxLength })
  @IsLine(limits.site.nameMaxLength)
  name: string;

  @ApiProperty({ type: [String], example: ['https://www.example.org'], minItems: 1, maxItems: limits.site.maxOrigins })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(limits.site.maxOrigins)
  @IsString({ each: true })
  origins: string[];

  @ApiPropertyOptional({ enum: searchLanguages, default: 'simple', description: 'By whose rules moderators find words in every form.' })
  @MayBeMissing()
  @IsIn(searchLanguages)
  searchLanguage?: SearchLanguage;
}

export class UpdateSiteDto extends PartialType(PickType(CreateSiteDto, ['name', 'origins', 'searchLanguage']), {
  skipNullProperties: false,
}) {}

export class SiteView extends OmitType(CreateSiteDto, ['searchLanguage']) {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: searchLanguages })
  searchLanguage: SearchLanguage;
}
