import { Controller, Get, Header, Param, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { commentOrders } from '../../contract/conversation';
import { languages } from '../../contract/embed';
import { CountedAsLookUp, Public } from '../platform/access';
import { MayBeUnchanged, ReadElsewhere } from '../platform/http';
import { readFragmentRequest } from './fragment-request';
import { ShowFragment } from './show-fragment';

@ApiTags('embed')
@Controller('sites/:siteKey/threads/:articleKey/comments.html')
export class FragmentController {
  constructor(private readonly showFragment: ShowFragment) {}

  @Get()
  @Public()
  @CountedAsLookUp('cursor', 'comment')
  @ReadElsewhere()
  @Header('cross-origin-resource-policy', 'cross-origin')
  @Header('cache-control', 'public, max-age=30')
  @ApiOperation({ summary: 'A page of the conversation as HTML that needs no script' })
  @ApiParam({ name: 'siteKey', type: String })
  @ApiParam({ name: 'articleKey', type: String })
  @ApiQuery({ name: 'form', enum: ['page', 'part'], required: false, description: 'A document, or what a publisher includes in one' })
  @ApiQuery({ name: 'order', enum: commentOrders, required: false })
  @ApiQuery({ name: 'cursor', type: String, required: false })
  @ApiQuery({
    name: 'comment',
    schema: { type: 'string', format: 'uuid' },
    required: false,
    description: 'The id of a comment to show with what it answers, instead of a page',
  })
  @ApiQuery({
    name: 'after',
    schema: { type: 'string', format: 'uuid' },
    required: false,
    description: 'The id of one of its replies: those after it are shown',
  })
  @ApiQuery({ name: 'lang', enum: languages, required: false })
  @MayBeUnchanged()
  @ApiOkResponse({ content: { 'text/html': { schema: { type: 'string' } } } })
  async show(
    @Req() request: FastifyRequest<{ Querystring: Record<string, unknown> }>,
    @Res() reply: FastifyReply,
    @Param() { siteKey, articleKey }: { siteKey: string; articleKey: string },
  ): Promise<void> {
    const fragment = await this.showFragment.execute(siteKey, articleKey, readFragmentRequest(request.query));
    await fragment.send(request, reply.header('content-security-policy', this.showFragment.policy));
  }
}
