import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, ValidateBy, type ValidationOptions } from 'class-validator';
import { type ThreadMode, type ThreadView as ThreadViewContract, threadModes } from '../../../contract/conversation';
import { limits } from '../../../contract/limits';
import { IsDateTime, IsLine, MayBeMissing } from '../../platform/http';
import { articleUrl } from '../article';
import type { ThreadRegistration } from '../register-thread';

const { titleMaxLength, sectionMaxLength, urlMaxLength, maxAliases } = limits.thread;

const IsArticleUrl = (options?: ValidationOptions) =>
  ValidateBy(
    {
      name: 'isArticleUrl',
      validator: {
        validate: (value) => typeof value === 'string' && articleUrl(value) !== undefined,
        defaultMessage: (given) => `${given?.property} takes http and https addresses of at most ${urlMaxLength} bytes, percent-encoded`,
      },
    },
    options,
  );

export class RegisterThreadDto implements ThreadRegistration {
  @ApiProperty({ format: 'uri', maxLength: urlMaxLength })
  @IsArticleUrl()
  url: string;

  @ApiProperty({ minLength: 1, maxLength: titleMaxLength })
  @IsLine(titleMaxLength)
  title: string;

  @ApiPropertyOptional({ minLength: 1, maxLength: sectionMaxLength })
  @MayBeMissing()
  @IsLine(sectionMaxLength)
  section?: string;

  @ApiPropertyOptional({ format: 'date-time' })
  @MayBeMissing()
  @IsDateTime()
  publishedAt?: string;

  @ApiPropertyOptional({ enum: threadModes })
  @MayBeMissing()
  @IsIn(threadModes)
  mode?: ThreadMode;

  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'From then on the thread is read only; null takes it back.',
  })
  @IsOptional()
  @IsDateTime()
  closesAt?: string | null;

  @ApiPropertyOptional({
    type: 'array',
    items: { type: 'string', format: 'uri', maxLength: urlMaxLength },
    maxItems: maxAliases,
    description: 'Further addresses of the same article.',
  })
  @MayBeMissing()
  @IsArray()
  @ArrayMaxSize(maxAliases)
  @IsArticleUrl({ each: true })
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
