import { Injectable } from '@nestjs/common';
import { type ClientBase, Pool } from 'pg';
import { DataSource, type QueryRunner } from 'typeorm';
import { Events, type EventType } from '../events';

/** Runs SQL on one connection. Rows come back as `pg` gives them, bigint columns as strings. */
export interface Sql {
  rows<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

declare const inTransaction: unique symbol;

/** Proof that a transaction is open: every write of a repository takes one first. */
export interface Transaction extends Sql {
  readonly [inTransaction]: true;
  /** For hot statements: prepared once per connection under `name`, which stands for exactly one text. */
  prepared<Row>(name: string, sql: string, parameters: readonly unknown[]): Promise<Row[]>;
  /** Hands a fact to its subscribers when the transaction has committed, and not at all when it has not. */
  tell<Payload>(type: EventType<Payload>, payload: Payload): void;
}

class Facts {
  private readonly facts: ((events: Events) => void)[] = [];

  tell<Payload>(type: EventType<Payload>, payload: Payload): void {
    this.facts.push((events) => events.tell(type, payload));
  }

  handOver(events: Events): void {
    for (const fact of this.facts) fact(events);
  }
}

class RunnerSql extends Facts implements Sql {
  constructor(private readonly runner: QueryRunner) {
    super();
  }

  async rows<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const result = await this.runner.query(sql, parameters as unknown[], true);
    return result.records as Row[];
  }

  async prepared<Row>(name: string, sql: string, parameters: readonly unknown[]): Promise<Row[]> {
    const connection = (await this.runner.connect()) as ClientBase;
    return (await connection.query({ name, text: sql, values: [...parameters] })).rows as Row[];
  }
}

class StatementSql extends Facts implements Sql {
  private isSpent = false;

  constructor(private readonly pool: Pool) {
    super();
  }

  async rows<Row>(text: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.send({ text, values: [...parameters] });
  }

  async prepared<Row>(name: string, text: string, parameters: readonly unknown[]): Promise<Row[]> {
    return this.send({ name, text, values: [...parameters] });
  }

  private async send<Row>(query: { text: string; values: unknown[]; name?: string }): Promise<Row[]> {
    if (this.isSpent) throw new Error('this transaction is one statement, and that has been sent');
    this.isSpent = true;
    return (await this.pool.query(query)).rows as Row[];
  }
}

@Injectable()
export class Transactions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly pool: Pool,
    private readonly events: Events,
  ) {}

  /**
   * Runs `work` in one READ COMMITTED transaction: committed when it returns, rolled back when it throws.
   * Inside there is only SQL: no mail, no socket, no waiting for anything else.
   */
  async run<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.startTransaction();
      const sql = new RunnerSql(runner);
      const result = await work(sql as unknown as Transaction);
      await runner.commitTransaction();
      sql.handOver(this.events);
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /**
   * The same for `work` of exactly one statement, which is refused as a whole or done: PostgreSQL opens and commits the transaction by itself.
   * On a busy row that counts: its lock is not held while this process gets round to sending COMMIT.
   */
  async runStatement<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const sql = new StatementSql(this.pool);
    const result = await work(sql as unknown as Transaction);
    sql.handOver(this.events);
    return result;
  }
}
