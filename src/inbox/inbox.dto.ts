import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ValidateIf } from 'class-validator';
import type { MarkReadRequest, NewsCount as NewsCountContract } from '../../contract/inbox';
import { limits } from '../../contract/limits';
import { IsDateTime, IsId, MayBeMissing } from '../platform/http';

const { maxCounted } = limits.inbox;

export class MarkReadDto implements MarkReadRequest {
  @ApiPropertyOptional({ format: 'uuid', description: 'Of an item, which is marked up to what it showed.' })
  @MayBeMissing()
  @IsId()
  id?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Without an id: all is marked up to the newest that was shown.' })
  @ValidateIf(({ id }: MarkReadDto) => id === undefined)
  @IsDateTime()
  upTo?: string;
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
