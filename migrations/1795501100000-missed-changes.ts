import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MissedChanges1795501100000 implements MigrationInterface {
  name = 'MissedChanges1795501100000';

  /** What was removed or edited after a number, without looking at all that was posted since. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index comment_not_as_posted on comment (thread_id, seq) where status <> 'published' or revision > 1`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index comment_not_as_posted');
  }
}
