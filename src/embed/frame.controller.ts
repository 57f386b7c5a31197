import { Controller, Get, Header, Req, Res, UseFilters } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiDefaultResponse, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { themes } from '../../contract/embed';
import { CountedAsLookUp, Public } from '../platform/access';
import { MayBeUnchanged } from '../platform/http';
import { FrameProblemFilter } from './frame-problem.filter';
import { readFrameRequest } from './frame-request';
import { ShowFrame } from './show-frame';

const html = { 'text/html': { schema: { type: 'string' } } };
const unusedPowers = ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb'].map((power) => `${power}=()`).join(', ');

@ApiTags('embed')
@Controller('embed/thread')
export class FrameController {
  constructor(private readonly showFrame: ShowFrame) {}

  @Get()
  @Public()
  @CountedAsLookUp('comment')
  @RouteConfig({ isFramedElsewhere: true })
  @UseFilters(FrameProblemFilter)
  @Header('cache-control', 'no-cache')
  @Header('permissions-policy', unusedPowers)
  @Header('x-robots-tag', 'noindex')
  @ApiOperation({ summary: 'The framed document of the conversation under an article; errors are documents as well' })
  @ApiQuery({ name: 'article', type: String, description: 'The key of the article' })
  @ApiQuery({ name: 'origin', type: String, description: 'The origin of the article page' })
  @ApiQuery({ name: 'url', type: String, required: false, description: 'The address of the article, to make its thread on first view' })
  @ApiQuery({ name: 'title', type: String, required: false })
  @ApiQuery({ name: 'lang', type: String, required: false, description: 'The language of the article page' })
  @ApiQuery({ name: 'theme', enum: themes, required: false })
  @ApiQuery({ name: 'accent', type: String, required: false, description: '#rrggbb' })
  @ApiQuery({ name: 'font', type: String, required: false, description: 'A CSS font-family list of plain names' })
  @ApiQuery({
    name: 'comment',
    schema: { type: 'string', format: 'uuid' },
    required: false,
    description: 'The id of a comment to show with what it answers',
  })
  @MayBeUnchanged()
  @ApiOkResponse({ content: html })
  @ApiDefaultResponse({ description: 'Refused; the document says why.', content: html })
  async show(@Req() request: FastifyRequest<{ Querystring: Record<string, unknown> }>, @Res() reply: FastifyReply): Promise<void> {
    const frame = await this.showFrame.execute(readFrameRequest(request.query, request.ip));
    await frame.document.send(request, reply.header('content-security-policy', frame.policy));
  }
}
