import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { MarkReadRequest, NewsCount as NewsCountContract } from '../../contract/inbox';
import { limits } from '../../contract/limits';
import { IsId, MayBeMissing } from '../platform/http';

const { maxCounted } = limits.inbox;

export class MarkReadDto implements MarkReadRequest {
  @ApiPropertyOptional({ format: 'uuid', description: 'Of an item; without it all that there is.' })
  @MayBeMissing()
  @IsId()
  id?: string;
}

export class NewsCount implements NewsCountContract {
  @ApiProperty({
    type: 'integer',
    minimum: 0,
    maximum: maxCounted,
    description: 'Items of the inbox; the highest number means so many or more.',
  })
  unread: number;

  @ApiProperty({ type: 'integer', minimum: 0, maximum: maxCounted, description: 'Comments in the feed since it was seen.' })
  following: number;
}
