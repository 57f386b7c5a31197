import type { IncomingMessage } from 'node:http';
import proxyAddr from '@fastify/proxy-addr';

/**
 * The address of a request that does not come through Fastify, by Fastify's own rule: X-Forwarded-For counts only behind the proxies named.
 * `trustedProxies` as in the setting of that name.
 */
export function requestAddress(trustedProxies: string): (request: IncomingMessage) => string {
  const isTrusted = proxyAddr.compile(trustedProxies === '' ? [] : trustedProxies.split(','));
  return (request) => proxyAddr(request, isTrusted);
}
