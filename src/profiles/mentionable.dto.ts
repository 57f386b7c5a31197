import { ApiProperty } from '@nestjs/swagger';
import type { MentionableReaders as MentionableReadersContract } from '../../contract/following';
import { limits } from '../../contract/limits';

class MentionableReader {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;
}

export class MentionableReaders implements MentionableReadersContract {
  @ApiProperty({ type: [MentionableReader], maxItems: limits.mentionable.listed })
  readers: MentionableReader[];
}
