import { applyDecorators, Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NotCounted, Public } from '../platform/access';
import { immutable, MayBeUnchanged, NotFound, type Representation } from '../platform/http';
import { WidgetBuild } from './widget-build';

const script = () => applyDecorators(MayBeUnchanged(), ApiOkResponse({ content: { 'text/javascript': { schema: { type: 'string' } } } }));

/** The scripts of the embed. The two that article pages name keep their address; the others are named by their content. */
@ApiTags('embed')
@Public()
@NotCounted()
@Controller()
export class ScriptsController {
  constructor(private readonly build: WidgetBuild) {}

  @Get('embed.js')
  @ApiOperation({ summary: 'The loader: shows a conversation at each placeholder of an article page' })
  @script()
  loader(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return sendToAnyPage(this.build.loader, request, reply);
  }

  @Get('counts.js')
  @ApiOperation({ summary: 'Writes the numbers of comments into a page' })
  @script()
  counts(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return sendToAnyPage(this.build.counts, request, reply);
  }

  @Get('embed/assets/:file')
  @ApiOperation({ summary: 'A part of the framed document, named by its content' })
  @script()
  async asset(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('file') file: string): Promise<void> {
    const asset = this.build.asset(file);
    if (asset === undefined) throw new NotFound();
    await asset.send(request, reply.header('cache-control', immutable));
  }
}

function sendToAnyPage(script: Representation, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  return script.send(request, reply.header('cache-control', 'public, max-age=300').header('cross-origin-resource-policy', 'cross-origin'));
}
