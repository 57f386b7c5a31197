import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsString, Length, MaxLength } from 'class-validator';
import { type CommentStatus, commentStatuses } from '../../contract/conversation';
import { limits } from '../../contract/limits';
import { type ScreeningRule, screeningRules } from '../../contract/screening';
import {
  type CommentCount as CommentCountContract,
  type CommentFilter,
  type ExcerptPart as ExcerptPartContract,
  type FoundComment as FoundCommentContract,
  type FoundPage as FoundPageContract,
  type Gap,
  gaps,
} from '../../contract/search';
import { DecisionView, HeldComment } from '../comments';
import { IsDateTime, IsId, IsLine, MayBeMissing } from '../platform/http';

/** A parameter that can be given several times comes as one value when it is given once. */
const AsList = () => Transform(({ value }) => (value === undefined || Array.isArray(value) ? value : [value]));

export class CommentFilterDto implements CommentFilter {
  @ApiPropertyOptional({ enum: commentStatuses, isArray: true, description: 'One of them; give it again for another.' })
  @MayBeMissing()
  @AsList()
  @IsIn(commentStatuses, { each: true })
  status?: CommentStatus[];

  @ApiPropertyOptional({
    maxLength: limits.search.textMaxLength,
    description: 'Words, all of which are in the comment in some form; "words in quotes" as they stand; *part* of a word.',
  })
  @MayBeMissing()
  @IsString()
  @Length(1, limits.search.textMaxLength)
  text?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @MayBeMissing()
  @IsId()
  thread?: string;

  @ApiPropertyOptional({ maxLength: limits.thread.sectionMaxLength })
  @MayBeMissing()
  @IsLine(limits.thread.sectionMaxLength)
  section?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Who wrote it.' })
  @MayBeMissing()
  @IsId()
  reader?: string;

  @ApiPropertyOptional({ enum: screeningRules, description: 'The check found something in one of its texts.' })
  @MayBeMissing()
  @IsIn(screeningRules)
  rule?: ScreeningRule;

  @ApiPropertyOptional({ format: 'date-time', description: 'Posted then or later.' })
  @MayBeMissing()
  @IsDateTime()
  from?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Posted before.' })
  @MayBeMissing()
  @IsDateTime()
  until?: string;

  @ApiPropertyOptional({
    format: 'date-time',
    description: 'Posted, edited and decided on before; what changed then or later is left out.',
  })
  @MayBeMissing()
  @IsDateTime()
  unchangedSince?: string;
}

export class SearchCommentsDto extends CommentFilterDto {
  @ApiPropertyOptional()
  @MayBeMissing()
  @IsString()
  @MaxLength(200)
  cursor?: string;
}

export class FindReadersDto {
  @ApiProperty({ minLength: 1, maxLength: limits.reader.nameMaxLength, description: 'A part of the name; neither case nor accents count.' })
  @IsLine(limits.reader.nameMaxLength)
  name: string;
}

class ExcerptPart implements ExcerptPartContract {
  @ApiProperty()
  text: string;

  @ApiProperty({ description: 'It is what was looked for.' })
  isHit: boolean;
}

class FoundComment extends HeldComment implements FoundCommentContract {
  @ApiProperty({ enum: commentStatuses })
  status: CommentStatus;

  @ApiProperty({ type: DecisionView, nullable: true })
  lastDecision: DecisionView | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Null where it is not picked.' })
  pickedAt: string | null;

  @ApiProperty({ type: [ExcerptPart], description: 'The text around the first hit; empty when no text was looked for.' })
  excerpt: ExcerptPart[];
}

export class FoundPage implements FoundPageContract {
  @ApiProperty({ type: [FoundComment] })
  comments: FoundComment[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;

  @ApiProperty({ enum: gaps, isArray: true, description: 'Why there may be more than is told.' })
  gaps: Gap[];
}

export class CommentCount implements CommentCountContract {
  @ApiProperty({ type: 'integer', maximum: limits.search.maxCounted })
  count: number;

  @ApiProperty({ description: 'There are more than `count`, or may be.' })
  isMore: boolean;

  @ApiProperty({
    format: 'date-time',
    description: 'As `unchangedSince` of the filter it leaves out what was posted, edited or decided on since.',
  })
  countedAt: string;
}

export class FoundReader {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;
}
