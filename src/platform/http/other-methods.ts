import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { MethodNotAllowed } from './http.errors';
import { sendProblem } from './problem.filter';

interface Address {
  methods: string[];
  /** Those that pages of other origins may use. */
  openMethods: string[];
}

const preflightSeconds = 86_400;

/**
 * Notes the methods of every route from now on. Call what it returns when all are there: an address then refuses the methods it does
 * not have by naming those it has, and answers browsers that ask beforehand.
 */
export function noteMethods(fastify: FastifyInstance): () => void {
  const addresses = new Map<string, Address>();
  let isComplete = false;
  fastify.addHook('onRoute', ({ url, method, config }) => {
    if (isComplete) return;
    const known = addresses.get(url) ?? { methods: [], openMethods: [] };
    const methods = [method].flat();
    known.methods.push(...methods);
    if (config?.isReadElsewhere) known.openMethods.push(...methods);
    addresses.set(url, known);
  });
  return () => {
    isComplete = true;
    for (const [url, address] of addresses) answerOthers(fastify, url, address);
  };
}

function answerOthers(fastify: FastifyInstance, url: string, { methods, openMethods }: Address): void {
  const allow = [...new Set([...methods, 'OPTIONS'])].sort().join(', ');
  const others = fastify.supportedMethods.filter((method) => method !== 'OPTIONS' && !methods.includes(method));
  const refuse = async (_request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    sendProblem(new MethodNotAllowed(), reply.header('allow', allow));
  };
  // Before the body is looked at.
  fastify.route({ method: others, url, onRequest: refuse, handler: refuse });
  const isReadElsewhere = openMethods.length > 0;
  const preflight = {
    'access-control-allow-methods': openMethods.sort().join(', '),
    'access-control-allow-headers': '*',
    'access-control-max-age': String(preflightSeconds),
  };
  fastify.options(url, { config: { isReadElsewhere } }, async (_request, reply) =>
    reply
      .headers({ allow, ...(isReadElsewhere ? preflight : {}) })
      .status(204)
      .send(),
  );
}
