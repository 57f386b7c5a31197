import { createHash } from 'node:crypto';

/** Those that the grammar of a policy can name; a host may have characters that would end it. */
const namedOrigin = /^https?:\/\/[a-z\d.-]+(:\d+)?$/;

export interface FramePolicyParts {
  /** Where the document may be framed. */
  ancestors: readonly string[];
  /** The text of each of its style elements. */
  styles: readonly string[];
  /** The address of the service. */
  publicUrl: string;
}

/** The Content-Security-Policy of the framed document. */
export function framePolicy({ ancestors, styles, publicUrl }: FramePolicyParts): string {
  const framedBy = ancestors.filter((origin) => namedOrigin.test(origin));
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${styles.map(hashOf).join(' ')}`,
    "img-src 'self' data:",
    // Older browsers do not count a WebSocket of the same host as 'self'.
    `connect-src 'self' ${new URL(publicUrl).origin.replace(/^http/, 'ws')}`,
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${framedBy.join(' ') || "'none'"}`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

/** The policy of a document that only reads: no script, no form, no request. */
export function quietPolicy(styles: readonly string[], frameAncestors: "'none'" | '*'): string {
  return [
    "default-src 'none'",
    `style-src ${styles.map(hashOf).join(' ')}`,
    "form-action 'none'",
    "base-uri 'none'",
    `frame-ancestors ${frameAncestors}`,
  ].join('; ');
}

function hashOf(style: string): string {
  return `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
}
