import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { limits } from '../../contract/limits';
import { CurrentReader, ForReaders, type ReaderActor } from '../platform/access';
import { IdPipe } from '../platform/http';
import { ListMentionable } from './list-mentionable';
import { MentionableReaders } from './mentionable.dto';

@ApiTags('profiles')
@ForReaders()
@Controller('api/v1/sites/:siteKey/mentionable')
export class MentionableController {
  constructor(private readonly listMentionable: ListMentionable) {}

  @Get()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Whom the caller may mean by the beginning of a name: those who wrote in the thread, then those they follow' })
  @ApiQuery({ name: 'thread', type: String, description: 'Of the site.' })
  @ApiQuery({ name: 'prefix', type: String, description: `Of a name or one of its words; 1 to ${limits.reader.nameMaxLength} characters.` })
  @ApiOkResponse({ type: MentionableReaders })
  mentionable(
    @CurrentReader() { readerId }: ReaderActor,
    @Param('siteKey') siteKey: string,
    @Query('thread', IdPipe) threadId: string,
    @Query('prefix') prefix?: string,
  ): Promise<MentionableReaders> {
    return this.listMentionable.execute({ siteKey, threadId, callerId: readerId }, prefix);
  }
}
