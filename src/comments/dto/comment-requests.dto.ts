import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, IsString, IsUUID, MaxLength, Min } from 'class-validator';
import type { EditCommentRequest, PostCommentRequest } from '../../../contract/conversation';
import { limits } from '../../../contract/limits';

const { maxLength, maxCodeUnits } = limits.comment;

/** An id in the one case that the database gives ids in: otherwise a retry that spells it otherwise would be another request. */
const IsId = () =>
  applyDecorators(
    IsUUID(),
    Transform(({ value }) => (typeof value === 'string' ? value.toLowerCase() : value)),
  );

class TextDto {
  @ApiProperty({ description: `A small Markdown subset; at most ${maxLength} characters.`, maxLength: maxCodeUnits })
  @IsString()
  @MaxLength(maxCodeUnits, { message: `a comment has at most ${maxLength} characters` })
  text: string;
}

export class PostCommentDto extends TextDto implements PostCommentRequest {
  @ApiProperty({ format: 'uuid', description: 'Made by the client; sending it again posts nothing twice.' })
  @IsId()
  clientId: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'The comment this one replies to.' })
  @IsOptional()
  @IsId()
  parentId?: string;
}

export class EditCommentDto extends TextDto implements EditCommentRequest {
  @ApiProperty({ minimum: 1, description: 'The revision that was edited.' })
  @IsInt()
  @Min(1)
  revision: number;
}
