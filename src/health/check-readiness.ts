import { Injectable } from '@nestjs/common';
import { migrationNames, Reads } from '../platform/database';

type PartStatus = 'ok' | 'unavailable' | 'outdated';

export interface Readiness {
  status: 'ok' | 'unavailable';
  database: PartStatus;
  migrations: PartStatus;
}

@Injectable()
export class CheckReadiness {
  constructor(private readonly reads: Reads) {}

  async execute(): Promise<Readiness> {
    const applied = await this.appliedMigrations();
    if (applied === undefined) return { status: 'unavailable', database: 'unavailable', migrations: 'unavailable' };
    const isCurrent = migrationNames.every((name) => applied.has(name));
    return { status: isCurrent ? 'ok' : 'unavailable', database: 'ok', migrations: isCurrent ? 'ok' : 'outdated' };
  }

  private async appliedMigrations(): Promise<Set<string> | undefined> {
    try {
      const rows = await this.reads.rows<{ name: string }>('select name from migrations');
      return new Set(rows.map((row) => row.name));
    } catch {
      return undefined;
    }
  }
}
