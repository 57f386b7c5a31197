import { ApiProperty, PartialType } from '@nestjs/swagger';
import { IsIn, IsInt, Max, Min, ValidateIf } from 'class-validator';
import { type ThreadMode, threadModes } from '../../../contract/conversation';
import { limits } from '../../../contract/limits';
import type {
  ChangeThreadSettings,
  ThreadInConsole as ThreadInConsoleContract,
  ThreadSettings,
  ThreadsPage as ThreadsPageContract,
} from '../../../contract/thread-settings';
import { IsDateTime, IsLine } from '../../platform/http';

const { maxSlowSeconds, questionMaxLength } = limits.thread;
const UnlessNull = () => ValidateIf((_, value) => value !== null);

class Settings implements ThreadSettings {
  @ApiProperty({ enum: threadModes })
  @IsIn(threadModes)
  mode: ThreadMode;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'From then on the thread is read only; null takes it back.',
  })
  @UnlessNull()
  @IsDateTime()
  closesAt: string | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    minimum: 0,
    maximum: maxSlowSeconds,
    description: 'Slow mode: a reader may post once in so many seconds. Null, or 0, switches it off.',
  })
  @UnlessNull()
  @IsInt()
  @Min(0)
  @Max(maxSlowSeconds)
  slowSeconds: number | null;

  @ApiProperty({
    type: String,
    nullable: true,
    minLength: 1,
    maxLength: questionMaxLength,
    description: 'What the newsroom asks, as plain text on one line; null takes it away.',
  })
  @UnlessNull()
  @IsLine(questionMaxLength)
  question: string | null;
}

export class ChangeThreadSettingsDto extends PartialType(Settings, { skipNullProperties: false }) implements ChangeThreadSettings {}

export class ThreadInConsole extends Settings implements ThreadInConsoleContract {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  articleKey: string;

  @ApiProperty({ format: 'uri' })
  url: string;

  @ApiProperty()
  title: string;

  @ApiProperty({ type: String, nullable: true })
  section: string | null;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Published ones.' })
  commentCount: number;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Those that wait for a moderator.' })
  heldCount: number;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Of the published, those that are picked.' })
  pickCount: number;

  @ApiProperty({ format: 'date-time', description: 'When something was last posted to it, or it was made.' })
  activeAt: string;
}

export class ThreadsPage implements ThreadsPageContract {
  @ApiProperty({ type: [ThreadInConsole] })
  threads: ThreadInConsole[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
