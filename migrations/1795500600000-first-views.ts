import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FirstViews1795500600000 implements MigrationInterface {
  name = 'FirstViews1795500600000';

  /**
   * provisional_at: when a thread of a first view was last opened, until it has a comment or the publisher registers it.
   * thread_url_of_thread: for the foreign key, when such a thread goes.
   */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table thread
        add column registered_by text not null default 'publisher' constraint thread_registered_by check (registered_by in ('publisher', 'first_view')),
        add column provisional_at timestamptz,
        add constraint thread_provisional check (provisional_at is null or registered_by = 'first_view')`);
    await runner.query('create index thread_provisional_on_site on thread (site_id, provisional_at) where provisional_at is not null');
    await runner.query('create index thread_url_of_thread on thread_url (thread_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index thread_url_of_thread');
    await runner.query('alter table thread drop column provisional_at, drop column registered_by');
  }
}
