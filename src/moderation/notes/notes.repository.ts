import { Injectable } from '@nestjs/common';
import type { MacroView } from '../../../contract/sanctions';
import { isUniqueViolation, Reads, type Transaction } from '../../platform/database';
import { MacroNameTaken } from '../moderation.errors';

interface NoteKey {
  id: string;
  siteId: string;
  writtenBy: string;
}

/** Notes on readers, and the texts that moderators write again and again. */
@Injectable()
export class NotesRepository {
  constructor(private readonly reads: Reads) {}

  async insertNote(
    tx: Transaction,
    { id, siteId, readerId, text, writtenBy }: NoteKey & { readerId: string; text: string },
  ): Promise<void> {
    await tx.rows('insert into note (id, site_id, reader_id, text, written_by) values ($1, $2, $3, $4, $5)', [
      id,
      siteId,
      readerId,
      text,
      writtenBy,
    ]);
  }

  async deleteNote(tx: Transaction, { id, siteId, writtenBy }: NoteKey): Promise<void> {
    await tx.rows('delete from note where id = $1 and site_id = $2 and written_by = $3', [id, siteId, writtenBy]);
  }

  async listMacros(siteId: string): Promise<MacroView[]> {
    return this.reads.rows<MacroView>('select id, name, text from macro where site_id = $1 order by lower(name), id', [siteId]);
  }

  /** Those of a site, one after the other: the lock of its row lasts until the transaction ends. */
  async countMacros(tx: Transaction, siteId: string): Promise<number> {
    await tx.rows('select 1 from site where id = $1 for no key update', [siteId]);
    const [row] = await tx.rows<{ count: number }>('select count(*)::int as count from macro where site_id = $1', [siteId]);
    return row?.count ?? 0;
  }

  /** @throws MacroNameTaken */
  async insertMacro(tx: Transaction, siteId: string, { id, name, text }: MacroView): Promise<void> {
    await named(tx.rows('insert into macro (id, site_id, name, text) values ($1, $2, $3, $4)', [id, siteId, name, text]));
  }

  /** False where the site has no such one. @throws MacroNameTaken */
  async updateMacro(tx: Transaction, siteId: string, macro: Pick<MacroView, 'id'> & Partial<MacroView>): Promise<boolean> {
    const { id, name = null, text = null } = macro;
    const rows = await named(
      tx.rows('update macro set name = coalesce($3, name), text = coalesce($4, text) where site_id = $1 and id = $2 returning 1', [
        siteId,
        id,
        name,
        text,
      ]),
    );
    return rows.length > 0;
  }

  async deleteMacro(tx: Transaction, siteId: string, id: string): Promise<void> {
    await tx.rows('delete from macro where site_id = $1 and id = $2', [siteId, id]);
  }
}

async function named<Rows>(writing: Promise<Rows>): Promise<Rows> {
  return writing.catch((error: unknown) => {
    throw isUniqueViolation(error, 'macro_name_unique') ? new MacroNameTaken() : error;
  });
}
