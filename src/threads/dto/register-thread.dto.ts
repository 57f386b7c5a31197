import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsISO8601, IsOptional, IsUrl, Length } from 'class-validator';
import { type ThreadMode, type ThreadView as ThreadViewContract, threadModes } from '../../../contract/conversation';
import { limits } from '../../../contract/limits';
import type { ThreadRegistration } from '../register-thread';

const webAddress = { protocols: ['http', 'https'], require_protocol: true, require_tld: false };

export class RegisterThreadDto implements ThreadRegistration {
  @ApiProperty({ format: 'uri' })
  @IsUrl(webAddress)
  url: string;

  @ApiProperty({ minLength: 1, maxLength: limits.thread.titleMaxLength })
  @Length(1, limits.thread.titleMaxLength)
  title: string;

  @ApiPropertyOptional({ maxLength: 80 })
  @IsOptional()
  @Length(1, 80)
  section?: string;

  @ApiPropertyOptional({ format: 'date-time' })
  @IsOptional()
  @IsISO8601({ strict: true })
  publishedAt?: string;

  @ApiPropertyOptional({ enum: threadModes })
  @IsOptional()
  @IsIn(threadModes)
  mode?: ThreadMode;

  @ApiPropertyOptional({ type: String, format: 'date-time', nullable: true, description: 'From then on the thread is read only.' })
  @IsOptional()
  @IsISO8601({ strict: true })
  closesAt?: string | null;

  @ApiPropertyOptional({ type: [String] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsUrl(webAddress, { each: true })
  aliases?: string[];
}

export class ThreadView implements ThreadViewContract {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  articleKey: string;

  @ApiProperty({ format: 'uri' })
  url: string;

  @ApiProperty()
  title: string;

  @ApiProperty({ enum: threadModes })
  mode: ThreadMode;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  closesAt: string | null;
}
