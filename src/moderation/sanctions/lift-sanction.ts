import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database';
import { SanctionsRepository } from '../../sanctions';
import { BulkRepository } from '../bulk/bulk.repository';

/** Takes a sanction off. What it began to remove and has not removed yet stays, unless somebody lets the jobs go on. */
@Injectable()
export class LiftSanction {
  constructor(
    private readonly sanctions: SanctionsRepository,
    private readonly bulks: BulkRepository,
  ) {}

  /** Doing it twice is doing it once. */
  async execute(tx: Transaction, id: string, liftedBy: string): Promise<void> {
    if (await this.sanctions.liftSanction(tx, id, liftedBy)) await this.bulks.pauseRemovals(tx, id);
  }
}
