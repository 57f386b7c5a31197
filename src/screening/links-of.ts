import type { Block, CommentBody, Inline, ListItem } from '../../contract/text';

/** The addresses that a text leads to, as they are followed. */
export function linksOf(body: CommentBody): string[] {
  return body.flatMap(linksOfNode);
}

function linksOfNode(node: Block | ListItem | Inline): string[] {
  if (node.type === 'link') return [node.url];
  return 'children' in node ? node.children.flatMap(linksOfNode) : [];
}

/** Whether the address is on one of the domains or below one. An address of e-mail is on the domain of its mailbox. */
export function isOnDomain(url: string, domains: readonly string[]): boolean {
  const host = hostOf(url);
  return domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}

function hostOf(url: string): string {
  const { protocol, hostname, pathname } = new URL(url);
  if (protocol === 'mailto:') return pathname.slice(pathname.lastIndexOf('@') + 1).toLowerCase();
  // A name may end with a dot, and is the same.
  return hostname.replace(/\.$/, '');
}
