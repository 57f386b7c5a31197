import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, OmitType, PartialType } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, Matches, Max, Min, ValidateIf } from 'class-validator';
import { limits } from '../../../contract/limits';
import {
  type ChangeScreeningRequest,
  type ChangeWordListRequest,
  type ListOutcome,
  listOutcomes,
  type MakeWordListRequest,
  type ScreeningSettings as ScreeningSettingsContract,
  type ScreeningView as ScreeningViewContract,
  startListLanguages,
  type WordListView as WordListViewContract,
  type WordListWithTerms as WordListWithTermsContract,
} from '../../../contract/screening';
import { IsLine, MayBeMissing } from '../../platform/http';
import { AreTerms, IsCount, IsDomains } from './screening-fields';

const { listNameMaxLength } = limits.screening;

export class ScreeningSettings implements ScreeningSettingsContract {
  @IsCount(0, 100, 'The first so many comments of a reader are held.')
  newReaderComments: number;

  @IsCount(0, 720, 'Comments of the first so many hours of an account are held.')
  newReaderHours: number;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    minimum: 0,
    maximum: 100,
    description: 'Comments with more links are held; null: any number.',
  })
  @ValidateIf((_, value) => value !== null)
  @IsInt()
  @Min(0)
  @Max(100)
  maxLinks: number | null;

  @IsDomains('Links to them, and to what is below them, do not count.')
  trustedDomains: string[];

  @IsDomains('Comments with links to them are refused.')
  blockedDomains: string[];

  @IsCount(0, 100, 'A reader with so many rejected or removed comments is held, …')
  rejections: number;

  @IsCount(1, 90, '… posted in so many days.')
  rejectionDays: number;

  @IsCount(0, 100, 'So many comments of a day that are almost the same, by the same reader, hold the next one.')
  repeatsOfReader: number;

  @IsCount(0, 100, 'So many by others do.')
  repeatsOfOthers: number;
}

export const IsTriedVersion = () =>
  applyDecorators(
    ApiPropertyOptional({ example: '7', description: 'Of the rules that the change was tried with: any other now is a conflict.' }),
    MayBeMissing(),
    Matches(/^\d{1,18}$/, { message: 'version is a number in a string' }),
  );

export class ChangeScreeningSettingsDto
  extends PartialType(ScreeningSettings, { skipNullProperties: false })
  implements ChangeScreeningRequest
{
  @IsTriedVersion()
  version?: string;
}

export class MakeWordListDto implements MakeWordListRequest {
  @ApiProperty({ maxLength: listNameMaxLength })
  @IsLine(listNameMaxLength)
  name: string;

  @ApiProperty({ example: 'en', description: 'A language tag, for people: words are found whatever the language of a comment.' })
  @Matches(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, { message: 'language is a tag like en or pt-BR' })
  language: string;

  @ApiProperty({ enum: listOutcomes })
  @IsIn(listOutcomes)
  outcome: ListOutcome;

  @ApiPropertyOptional({ description: `Begins with the words that come with the service, in ${startListLanguages.join(', ')}.` })
  @MayBeMissing()
  @IsBoolean()
  withStartList?: boolean;
}

export class ChangeWordListDto
  extends PartialType(OmitType(MakeWordListDto, ['withStartList']), { skipNullProperties: false })
  implements ChangeWordListRequest
{
  @ApiPropertyOptional()
  @MayBeMissing()
  @IsBoolean()
  isOn?: boolean;

  @AreTerms('Words to add. What is there already stays.')
  add?: string[];

  @AreTerms('Words to take out.')
  remove?: string[];

  @IsTriedVersion()
  version?: string;
}

export class WordListView implements WordListViewContract {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty()
  language: string;

  @ApiProperty({ enum: listOutcomes })
  outcome: ListOutcome;

  @ApiProperty()
  isOn: boolean;

  @ApiProperty({ type: 'integer', minimum: 0 })
  termCount: number;

  @ApiProperty({ format: 'date-time' })
  changedAt: string;
}

export class WordListWithTerms extends WordListView implements WordListWithTermsContract {
  @ApiProperty({ type: [String] })
  terms: string[];

  @ApiProperty({ description: 'Of all the rules of the site.' })
  version: string;
}

export class ScreeningView implements ScreeningViewContract {
  @ApiProperty({ description: 'Of all the rules of the site: every change of a setting or a list makes another.' })
  version: string;

  @ApiProperty()
  settings: ScreeningSettings;

  @ApiProperty({ type: [WordListView] })
  lists: WordListView[];
}
