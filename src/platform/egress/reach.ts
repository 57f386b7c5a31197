import { type LookupAddress, lookup } from 'node:dns';
import ipaddr from 'ipaddr.js';

/** Where requests may go. */
export interface Reach {
  protocols: readonly string[];
  mayReach(address: string): boolean;
  resolve(host: string, done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void): void;
}

/**
 * Addresses of the public internet, and no other: not this machine, not the network it is in, nor what leads to either by another name (IPv4 in IPv6,
 * 6to4, NAT64).
 */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}

export const publicInternet: Reach = {
  protocols: ['https:'],
  mayReach: isPublicAddress,
  resolve: (host, done) => lookup(host, { all: true }, done),
};
