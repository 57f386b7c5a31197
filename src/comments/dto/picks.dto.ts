import { ApiProperty } from '@nestjs/swagger';
import { IsInt, Max, Min } from 'class-validator';
import type { Picked as PickedContract, PickRequest } from '../../../contract/thread-settings';

/** The largest number the column of revisions takes. */
const maxRevision = 2 ** 31 - 1;

export class PickDto implements PickRequest {
  @ApiProperty({ type: 'integer', minimum: 1, description: 'The revision that was read.' })
  @IsInt()
  @Min(1)
  @Max(maxRevision)
  revision: number;
}

export class Picked implements PickedContract {
  @ApiProperty({ format: 'uuid' })
  commentId: string;

  @ApiProperty({ type: 'integer', minimum: 1 })
  revision: number;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Null when it is not picked any more.' })
  pickedAt: string | null;
}
