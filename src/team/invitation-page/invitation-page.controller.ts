import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { doorPolicy } from '../../auth';
import { NotCounted, Public } from '../../platform/access';

function asset(name: string): string {
  return readFileSync(join(__dirname, 'assets', name), 'utf8');
}

function text(type: string) {
  return ApiOkResponse({ content: { [type]: { schema: { type: 'string' } } } });
}

/** The page behind an invitation; it has the styles of the first administrator's. */
@ApiTags('team')
@Public()
@NotCounted()
@Controller('console/invitations')
export class InvitationPageController {
  private readonly html = asset('page.html');
  private readonly script = asset('page.js');

  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', doorPolicy)
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'The page to accept an invitation' })
  @text('text/html')
  page(): string {
    return this.html;
  }

  @Get('page.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @ApiOperation({ summary: 'Its script' })
  @text('text/javascript')
  code(): string {
    return this.script;
  }
}
