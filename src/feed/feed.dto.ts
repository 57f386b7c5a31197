import { ApiProperty } from '@nestjs/swagger';
import type { FeedSeenRequest } from '../../contract/inbox';
import { IsDateTime } from '../platform/http';

export class FeedSeenDto implements FeedSeenRequest {
  @ApiProperty({ format: 'date-time', description: 'The latest `toldAt` of what was shown.' })
  @IsDateTime()
  at: string;
}
