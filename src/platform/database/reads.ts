import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import { isCancelled } from './database-errors';
import type { Sql } from './transactions';

/** A read was given up after the time it had. */
export class TookTooLong extends Error {
  readonly code = '57014';
}

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

  /**
   * For a read that may be expensive: it gets so long, and memory for large sets of rows.
   * @throws TookTooLong
   */
  async within<Row>(milliseconds: number, sql: string, parameters: readonly unknown[]): Promise<Row[]> {
    const client = await this.pool.connect();
    try {
      await client.query(
        `begin read only; set local statement_timeout = ${Math.floor(milliseconds)}; set local work_mem = '32MB'; set local jit = off`,
      );
      const { rows } = await client.query(sql, [...parameters]);
      return rows as Row[];
    } catch (error) {
      throw isCancelled(error) ? new TookTooLong() : error;
    } finally {
      await client.query('rollback').catch(() => undefined);
      client.release();
    }
  }

  private async send<Row>(query: { text: string; values: readonly unknown[]; name?: string }): Promise<Row[]> {
    return (await this.pool.query({ ...query, values: [...query.values] })).rows as Row[];
  }
}
