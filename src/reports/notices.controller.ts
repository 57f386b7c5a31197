import { Body, Controller, Get, Header, Param, Post, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public } from '../platform/access';
import { addressKey, IdPipe, NotFound, RateLimits } from '../platform/http';
import { NoticeDto, NoticeReceipt, NoticeStatus } from './dto/notice.dto';
import { readReference } from './notice-reference';
import { NoticesRepository } from './notices.repository';
import { SendNotice } from './send-notice';

/** Notices of illegal content, by anybody (Digital Services Act, Article 16). */
@ApiTags('notices')
@Public()
@Controller('api/v1')
export class NoticesController {
  constructor(
    private readonly sendNotice: SendNotice,
    private readonly notices: NoticesRepository,
    private readonly rates: RateLimits,
  ) {}

  @Post('comments/:id/notices')
  @ApiOperation({ summary: 'Send a notice that a comment is illegal; no account is needed' })
  @ApiCreatedResponse({ type: NoticeReceipt })
  async send(@Req() request: FastifyRequest, @Param('id', IdPipe) id: string, @Body() dto: NoticeDto): Promise<NoticeReceipt> {
    await this.rates.consume('noticesPerAddress', addressKey(request.ip));
    return this.sendNotice.execute(id, dto);
  }

  @Get('notices/:reference')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'What became of a notice; nothing else about it' })
  @ApiOkResponse({ type: NoticeStatus })
  async find(@Req() request: FastifyRequest, @Param('reference') written: string): Promise<NoticeStatus> {
    await this.rates.consume('noticeLookUpsPerAddress', addressKey(request.ip));
    const reference = readReference(written);
    const status = reference === undefined ? undefined : await this.notices.findStatus(reference);
    if (status === undefined) throw new NotFound();
    return status;
  }
}
