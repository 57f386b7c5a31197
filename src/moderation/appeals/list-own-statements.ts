import { Injectable } from '@nestjs/common';
import { limits } from '../../../contract/limits';
import type { OwnStatementsPage } from '../../../contract/sanctions';
import type { ReaderActor } from '../../platform/access';
import { pageOf, readTimeCursor } from '../../platform/http';
import { OwnStatementsRepository } from './own-statements.repository';

/** What was decided about a reader and their comments, and why; newest first. */
@Injectable()
export class ListOwnStatements {
  constructor(private readonly statements: OwnStatementsRepository) {}

  /** @throws InvalidRequest */
  async execute({ readerId }: ReaderActor, cursor?: string): Promise<OwnStatementsPage> {
    const found = await this.statements.listOwn(readerId, { limit: limits.page.statements + 1, before: readTimeCursor(cursor) });
    const { items: statements, nextCursor } = pageOf(found, limits.page.statements, ({ madeAt: at, id }) => ({ at, id }));
    return { statements, nextCursor };
  }
}
