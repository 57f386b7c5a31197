import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsInt, IsOptional, IsString, MaxLength, Min } from 'class-validator';
import type { EditCommentRequest, PostCommentRequest } from '../../../contract/conversation';
import { limits } from '../../../contract/limits';
import { IsId } from '../../platform/http';

const { maxLength, maxCodeUnits } = limits.comment;

class TextDto {
  @ApiProperty({ description: `A small Markdown subset; at most ${maxLength} characters.`, maxLength: maxCodeUnits })
  @IsString()
  @MaxLength(maxCodeUnits, { message: `a comment has at most ${maxLength} characters` })
  text: string;

  @ApiPropertyOptional({ description: 'The author was told that it may be held, and sends it all the same.' })
  @IsOptional()
  @IsBoolean()
  sendAnyway?: boolean;
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
