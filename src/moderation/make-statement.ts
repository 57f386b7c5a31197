import { Injectable } from '@nestjs/common';
import type { ReasonView } from '../../contract/reasons';
import type { FoundBy } from '../../contract/sanctions';
import type { Transaction } from '../platform/database';
import { normalizeText } from '../platform/text';
import { Ids } from '../platform/time';
import { ReasonsRepository } from '../reasons';
import { StatementsRepository } from '../sanctions';
import { ReasonNeeded } from './moderation.errors';

interface Restricted {
  siteId: string;
  readerId: string;
  madeBy: string;
  foundBy: FoundBy;
}

/** What a moderator says of a restriction. */
export interface Explanation {
  reasonId?: string;
  message?: string;
}

/** Writes down, for the reader whom it hits, why something is restricted; in the transaction that restricts it. */
@Injectable()
export class MakeStatement {
  constructor(
    private readonly reasons: ReasonsRepository,
    private readonly statements: StatementsRepository,
    private readonly ids: Ids,
  ) {}

  /** One of the site that is on. @throws ReasonNeeded */
  async findReason(tx: Transaction, siteId: string, reasonId?: string): Promise<ReasonView> {
    const reason = reasonId === undefined ? undefined : await this.reasons.findReason(siteId, reasonId, tx);
    if (reason === undefined || !reason.isOn) throw new ReasonNeeded();
    return reason;
  }

  /** The id of the statement. @throws ReasonNeeded */
  async execute(tx: Transaction, restricted: Restricted, { reasonId, message }: Explanation): Promise<string> {
    const reason = await this.findReason(tx, restricted.siteId, reasonId);
    const id = this.ids.next();
    await this.statements.insertStatement(tx, { id, ...restricted, reason, message: readMessage(message) });
    return id;
  }
}

/** Null where there is nothing in it. */
export function readMessage(message = ''): string | null {
  return normalizeText(message).trim() || null;
}
