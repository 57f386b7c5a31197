import { Body, Controller, Delete, Get, Header, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { CurrentReader, ForReaders, RateLimited, type ReaderActor } from '../platform/access';
import { IdPipe } from '../platform/http';
import { MuteDto, MutesPage, MuteWords } from './dto/mutes.dto';
import { MuteReader } from './mute-reader';
import { OwnMutes } from './own-mutes';

@ApiTags('mutes')
@ForReaders()
@Controller('api/v1/me')
export class MutesController {
  constructor(
    private readonly muteReader: MuteReader,
    private readonly ownMutes: OwnMutes,
  ) {}

  @Put('mutes/:readerId')
  @HttpCode(204)
  @RateLimited('followsPerReader')
  @ApiOperation({ summary: 'Mute or block a reader, on every site' })
  @ApiNoContentResponse()
  mute(@CurrentReader() reader: ReaderActor, @Param('readerId', IdPipe) readerId: string, @Body() dto: MuteDto): Promise<void> {
    return this.muteReader.execute(reader, readerId, dto.kind);
  }

  @Delete('mutes/:readerId')
  @HttpCode(204)
  @ApiOperation({ summary: 'Neither mute nor block a reader any more' })
  @ApiNoContentResponse()
  unmute(@CurrentReader() reader: ReaderActor, @Param('readerId', IdPipe) readerId: string): Promise<void> {
    return this.muteReader.end(reader, readerId);
  }

  @Get('mutes')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Whom the caller muted or blocked, the latest first' })
  @ApiQuery({ name: 'cursor', type: String, required: false })
  @ApiOkResponse({ type: MutesPage })
  mutes(@CurrentReader() { readerId }: ReaderActor, @Query('cursor') cursor?: string): Promise<MutesPage> {
    return this.ownMutes.list(readerId, cursor);
  }

  @Get('mute-words')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Words and phrases that hide comments from the caller' })
  @ApiOkResponse({ type: MuteWords })
  words(@CurrentReader() { readerId }: ReaderActor): Promise<MuteWords> {
    return this.ownMutes.words(readerId);
  }

  @Put('mute-words')
  @ApiOperation({ summary: 'Replace them all' })
  @ApiOkResponse({ type: MuteWords })
  replaceWords(@CurrentReader() { readerId }: ReaderActor, @Body() dto: MuteWords): Promise<MuteWords> {
    return this.ownMutes.replaceWords(readerId, dto);
  }
}
