import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { type ReactionKind, type ReactRequest, reactionKinds } from '../../contract/conversation';

export class ReactDto implements ReactRequest {
  @ApiProperty({ enum: reactionKinds })
  @IsIn(reactionKinds)
  kind: ReactionKind;
}
