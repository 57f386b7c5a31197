import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsString, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import type { BulkRequest, BulkView as BulkViewContract, SelectedComment as SelectedCommentContract } from '../../../contract/bulk';
import { type BulkVerdict, bulkVerdicts } from '../../../contract/bulk-progress';
import { limits } from '../../../contract/limits';
import { Person } from '../../comments';
import { IsId, MayBeMissing } from '../../platform/http';
import { GivenReason } from '../../sanctions';
import { CommentFilterDto } from '../../search';
import { BulkProgress } from './bulk-progress.dto';

const { messageMaxLength } = limits.statement;

class SelectedComment implements SelectedCommentContract {
  @ApiProperty({ format: 'uuid' })
  @IsId()
  id: string;

  @ApiProperty({ type: 'integer', minimum: 1, description: 'That was read.' })
  @IsInt()
  @Min(1)
  @Max(2 ** 31 - 1)
  revision: number;
}

export class BulkDto implements BulkRequest {
  @ApiProperty({ format: 'uuid', description: 'Made by the client: sending it again begins nothing twice.' })
  @IsId()
  id: string;

  @ApiProperty({ enum: bulkVerdicts })
  @IsIn(bulkVerdicts)
  verdict: BulkVerdict;

  @ApiPropertyOptional({ format: 'uuid', description: '`reject` and `remove` need one.' })
  @MayBeMissing()
  @IsId()
  reasonId?: string;

  @ApiPropertyOptional({ maxLength: messageMaxLength, description: 'Each author reads it.' })
  @MayBeMissing()
  @IsString()
  @MaxLength(messageMaxLength)
  message?: string;

  @ApiPropertyOptional({ type: [SelectedComment], maxItems: limits.bulk.maxSelected })
  @MayBeMissing()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(limits.bulk.maxSelected)
  @ValidateNested({ each: true })
  @Type(() => SelectedComment)
  comments?: SelectedComment[];

  @ApiPropertyOptional({ type: CommentFilterDto, description: 'Everything that it matches now.' })
  @MayBeMissing()
  @ValidateNested()
  @Type(() => CommentFilterDto)
  filter?: CommentFilterDto;
}

export class BulkView extends BulkProgress implements BulkViewContract {
  @ApiProperty({ type: GivenReason, nullable: true })
  reason: GivenReason | null;

  @ApiProperty({ type: String, nullable: true })
  message: string | null;

  @ApiProperty({ type: CommentFilterDto, nullable: true, description: 'Null for a selection.' })
  filter: CommentFilterDto | null;

  @ApiProperty()
  madeBy: Person;

  @ApiProperty({ format: 'date-time' })
  madeAt: string;

  @ApiProperty({ type: String, nullable: true, description: 'Why it paused by itself, as a code.' })
  trouble: string | null;

  @ApiProperty({ description: 'More matched than one job takes.' })
  isCut: boolean;
}
