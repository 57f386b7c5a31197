import { ApiProperty } from '@nestjs/swagger';
import { limits } from '../../../contract/limits';
import { IsLine } from '../../platform/http';

export class MakeApiKeyDto {
  @ApiProperty({ example: 'newsroom import', minLength: 1, maxLength: limits.apiKey.nameMaxLength })
  @IsLine(limits.apiKey.nameMaxLength)
  name: string;
}

export class ApiKeyView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: String, format: 'date-time' })
  createdAt: Date;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'To about an hour.' })
  lastUsedAt: Date | null;
}

export class MadeApiKeyView extends ApiKeyView {
  @ApiProperty({ description: 'Shown this once: only its hash is stored.', example: 'parley_…' })
  secret: string;
}
