import { unescape as decoded } from 'node:querystring';
import type { Block, CommentBody, Inline, ListItem } from '../../contract/text';

/** The addresses that a text leads to, as they are followed. */
export function linksOf(body: CommentBody): string[] {
  return body.flatMap(linksOfNode);
}

function linksOfNode(node: Block | ListItem | Inline): string[] {
  if (node.type === 'link') return [node.url];
  return 'children' in node ? node.children.flatMap(linksOfNode) : [];
}

/** Whether something that the address leads to is on one of the domains or below one: its host, or the domain of a mailbox. */
export function leadsTo(url: string, domains: readonly string[]): boolean {
  return hostsOf(url).some((host) => isOn(host, domains));
}

/** Whether all that it leads to is. */
export function leadsOnlyTo(url: string, domains: readonly string[]): boolean {
  return hostsOf(url).every((host) => isOn(host, domains));
}

function isOn(host: string, domains: readonly string[]): boolean {
  return domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}

/** An address of e-mail can name several mailboxes, in several places. */
function hostsOf(url: string): string[] {
  const { protocol, hostname, pathname, search } = new URL(url);
  const hosts =
    protocol === 'mailto:' ? [...decoded(pathname + search).matchAll(/@([^\s@,;&?>]+)/g)].map(([, host = '']) => host) : [hostname];
  // A name may end with a dot, and is the same.
  return hosts.map((host) => host.toLowerCase().replace(/\.+$/, ''));
}
