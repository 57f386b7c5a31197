import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By the table they are on. */
const triggers = [
  ['comment', 'announce_new', `after insert on comment for each row when (new.status = 'published') execute function note_published_due()`],
  [
    'comment',
    'announce_moved',
    `after update of status on comment for each row
       when ((old.status = 'published') <> (new.status = 'published')) execute function note_published_due()`,
  ],
  ['pick', 'announce', `after insert on pick for each row execute function note_announcement_due('picked', 'comment_id')`],
  [
    'decision',
    'announce',
    `after insert on decision for each row when (new.from_status <> new.to_status) execute function note_announcement_due('decided', 'id')`,
  ],
  [
    'sanction',
    'announce',
    `after insert or update of lifted_at on sanction for each row execute function note_announcement_due('sanctioned', 'id')`,
  ],
  [
    'appeal',
    'announce',
    `after update of outcome on appeal for each row
       when (old.outcome is distinct from new.outcome) execute function note_announcement_due('appealed', 'statement_id')`,
  ],
  [
    'report',
    'announce',
    `after update of outcome on report for each row when (old.outcome <> new.outcome) execute function note_announcement_due('reported', 'id')`,
  ],
] as const;

export class AnnouncementTriggers1795502515000 implements MigrationInterface {
  name = 'AnnouncementTriggers1795502515000';
  /** Beside what goes on: each statement commits by itself, and can be done again. None waits for a table while it holds another. */
  transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    for (const [, name, what] of triggers) await runner.query(`create or replace trigger ${name} ${what}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, name] of triggers) await runner.query(`drop trigger if exists ${name} on ${table}`);
  }
}
