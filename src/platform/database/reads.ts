import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import type { Sql } from './transactions';

/** Reads outside a transaction: one statement, one snapshot, straight on the pool. */
@Injectable()
export class Reads implements Sql {
  constructor(private readonly pool: Pool) {}

  async rows<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.send<Row>({ text: sql, values: parameters });
  }

  /** The same for hot statements: prepared once per connection under `name`, which stands for exactly one text. */
  async prepared<Row>(name: string, sql: string, parameters: readonly unknown[]): Promise<Row[]> {
    return this.send<Row>({ name, text: sql, values: parameters });
  }

  private async send<Row>(query: { text: string; values: readonly unknown[]; name?: string }): Promise<Row[]> {
    return (await this.pool.query({ ...query, values: [...query.values] })).rows as Row[];
  }
}
