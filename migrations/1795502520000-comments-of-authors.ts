import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CommentsOfAuthors1795502520000 implements MigrationInterface {
  name = 'CommentsOfAuthors1795502520000';
  /** Beside what goes on: each statement commits by itself, and can be done again. */
  transaction = false;

  /**
   * An author's comments in time: on one site for a profile, on all of them for the author. How many are published on a site is counted in the index alone.
   * And whether a site has articles in a section.
   */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop index concurrently if exists comment_of_author');
    await runner.query('create index concurrently comment_of_author on comment (author_id, posted_at, id) include (site_id, status)');
    await runner.query('drop index concurrently if exists thread_in_section');
    await runner.query('create index concurrently thread_in_section on thread (site_id, section) where section is not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index thread_in_section');
    await runner.query('drop index comment_of_author');
  }
}
