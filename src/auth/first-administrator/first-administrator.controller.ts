import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NotCounted, Public } from '../../platform/access';

/** For pages that need nothing but their own files and the API. */
export const doorPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

function asset(name: string): string {
  return readFileSync(join(__dirname, 'assets', name), 'utf8');
}

function text(type: string) {
  return ApiOkResponse({ content: { [type]: { schema: { type: 'string' } } } });
}

/** The page behind the link that the service prints at its first start. */
@ApiTags('console')
@Public()
@NotCounted()
@Controller('console/first-administrator')
export class FirstAdministratorController {
  private readonly html = asset('page.html');
  private readonly css = asset('page.css');
  private readonly script = asset('page.js');

  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', doorPolicy)
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'The page to make the first administrator' })
  @text('text/html')
  page(): string {
    return this.html;
  }

  @Get('page.css')
  @Header('content-type', 'text/css; charset=utf-8')
  @ApiOperation({ summary: 'Its styles' })
  @text('text/css')
  styles(): string {
    return this.css;
  }

  @Get('page.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @ApiOperation({ summary: 'Its script' })
  @text('text/javascript')
  code(): string {
    return this.script;
  }
}
