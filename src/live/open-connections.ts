import { limits } from '../../contract/limits';

const { maxConnections, maxConnectionsPerAddress } = limits.live;

/** How many live connections are open, and from where: each costs memory for as long as it lasts. */
export class OpenConnections {
  private readonly perAddress = new Map<string, number>();
  private total = 0;

  hasRoomFor(address: string): boolean {
    return this.total < maxConnections && (this.perAddress.get(address) ?? 0) < maxConnectionsPerAddress;
  }

  /** Call what it returns when the connection has gone. */
  note(address: string): () => void {
    this.move(address, 1);
    return () => this.move(address, -1);
  }

  private move(address: string, by: 1 | -1): void {
    this.total += by;
    const open = (this.perAddress.get(address) ?? 0) + by;
    if (open === 0) this.perAddress.delete(address);
    else this.perAddress.set(address, open);
  }
}
