import { ApiProperty } from '@nestjs/swagger';
import {
  type BulkPhase,
  type BulkProgress as BulkProgressContract,
  type BulkVerdict,
  bulkPhases,
  bulkVerdicts,
} from '../../../contract/bulk-progress';

export class BulkProgress implements BulkProgressContract {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: bulkVerdicts })
  verdict: BulkVerdict;

  @ApiProperty({ enum: bulkPhases })
  phase: BulkPhase;

  @ApiProperty()
  isPaused: boolean;

  @ApiProperty({ type: 'integer', description: 'Collected so far; all, when the phase is past `collecting`.' })
  total: number;

  @ApiProperty({ type: 'integer' })
  decided: number;

  @ApiProperty({ type: 'integer', description: 'In another status, edited, or looked at by somebody else when their turn came.' })
  passedOver: number;

  @ApiProperty({ type: 'integer' })
  undone: number;
}
