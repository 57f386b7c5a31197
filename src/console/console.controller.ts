import { applyDecorators, Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NotCounted, Public } from '../platform/access';
import { immutable, MayBeUnchanged, NotFound } from '../platform/http';
import { ConsoleBuild } from './console-build';

/** Nothing from elsewhere, nothing written in the page itself, in nobody's frame. See docs/adr/0008-console.md. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

const answers = (type: string) => applyDecorators(MayBeUnchanged(), ApiOkResponse({ content: { [type]: { schema: { type: 'string' } } } }));

/** The moderators' console: one page at every one of its addresses, which asks the API for all that it shows. */
@ApiTags('console')
@Public()
@NotCounted()
@Controller('console')
export class ConsoleController {
  constructor(private readonly build: ConsoleBuild) {}

  @Get()
  @ApiOperation({ summary: 'The console' })
  @answers('text/html')
  page(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.build.page.send(request, reply.header('content-security-policy', policy).header('cache-control', 'no-store'));
  }

  @Get('sites/:siteKey/:page')
  @ApiOperation({ summary: 'The console, at a page of a site' })
  @ApiParam({ name: 'siteKey', type: String })
  @ApiParam({ name: 'page', type: String, description: 'It knows them itself, and shows the first for any other.' })
  @answers('text/html')
  pageOfSite(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.page(request, reply);
  }

  @Get('sites/:siteKey/:page/:item')
  @ApiOperation({ summary: 'The console, at one of the things that a page of a site shows' })
  @ApiParam({ name: 'siteKey', type: String })
  @ApiParam({ name: 'page', type: String })
  @ApiParam({ name: 'item', type: String })
  @answers('text/html')
  itemOfPage(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.page(request, reply);
  }

  @Get('assets/:file')
  @ApiOperation({ summary: 'A part of the console, named by its content' })
  @answers('text/javascript')
  async asset(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('file') file: string): Promise<void> {
    const asset = this.build.asset(file);
    if (asset === undefined) throw new NotFound();
    await asset.send(request, reply.header('cache-control', immutable));
  }
}
