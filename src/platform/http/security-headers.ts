import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance, onRequestHookHandler } from 'fastify';
import helmet, { type HelmetOptions } from 'helmet';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether pages of other origins may show the answer in a frame; the route's own policy says which. */
    isFramedElsewhere?: boolean;
    /** Whether pages of every origin may read the answer; without credentials, so what everybody may read. */
    isReadElsewhere?: boolean;
  }
}

export interface SecurityHeaders {
  standard: Record<string, string>;
  framedElsewhere: Record<string, string>;
}

/** Helmet's headers, for documents that nobody may frame and that need nothing, of a service at the address. */
export function securityHeaders(publicUrl: string): SecurityHeaders {
  const options = {
    contentSecurityPolicy: { directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] }, useDefaults: false },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    strictTransportSecurity: publicUrl.startsWith('https:') ? { maxAge: 31_536_000 } : false,
  } satisfies HelmetOptions;
  return {
    standard: headersBy(options),
    // The framing rule is the policy's, which names the site's origins; the older header cannot.
    framedElsewhere: headersBy({ ...options, frameguard: false, crossOriginResourcePolicy: { policy: 'cross-origin' } }),
  };
}

/**
 * Every answer has them; what the route sets itself wins. Chosen when a route is made: asking a request for its route's options makes them
 * anew each time.
 */
export function sendSecurityHeaders(fastify: FastifyInstance, { standard, framedElsewhere }: SecurityHeaders): void {
  fastify.addHook('onRequest', (_request, reply, done) => {
    reply.headers(standard);
    done();
  });
  fastify.addHook('onRoute', (route) => {
    const { isFramedElsewhere, isReadElsewhere } = route.config ?? {};
    const own = [route.onRequest ?? []].flat();
    if (isReadElsewhere) own.unshift(sending({ 'access-control-allow-origin': '*' }));
    if (isFramedElsewhere) own.unshift(sending(framedElsewhere, 'x-frame-options'));
    route.onRequest = own;
  });
}

function sending(headers: Record<string, string>, withoutHeader?: string): onRequestHookHandler {
  return (_request, reply, done) => {
    reply.headers(headers);
    if (withoutHeader !== undefined) reply.removeHeader(withoutHeader);
    done();
  };
}

/** Asked once: for each request anew, working them out cost more than routing it. */
function headersBy(options: HelmetOptions): Record<string, string> {
  const headers: Record<string, string> = {};
  const response = {
    setHeader: (name: string, value: string) => {
      headers[name.toLowerCase()] = value;
    },
    removeHeader: () => undefined,
  };
  helmet(options)({} as IncomingMessage, response as unknown as ServerResponse, (error?: unknown) => {
    if (error) throw error;
  });
  return headers;
}
