import { Injectable } from '@nestjs/common';
import { isUniqueViolation, Reads, type Transaction } from '../platform/database';
import { nameSkeleton } from './name-skeleton';
import { EmailTaken, NameTaken } from './readers.errors';

/** A person with an account. */
export interface Reader {
  id: string;
  name: string;
  email: string;
}

interface CredentialsRow {
  id: string;
  password_hash: string;
}

@Injectable()
export class ReadersRepository {
  constructor(private readonly reads: Reads) {}

  async findReader(id: string): Promise<Reader | undefined> {
    const [row] = await this.reads.rows<Reader>('select id, name, email from reader where id = $1', [id]);
    return row;
  }

  /**
   * Nobody else takes these locks until the transaction ends; they keep nobody from posting. Always in the same order, so that two who lock each other do not
   * wait for ever. The ids of those that there are.
   */
  async lockReaders(tx: Transaction, ids: readonly string[]): Promise<string[]> {
    const rows = await tx.rows<{ id: string }>('select id from reader where id = any($1) order by id for no key update', [ids]);
    return rows.map(({ id }) => id);
  }

  /** By an address as `normalizeEmail` gives it. */
  async findCredentials(email: string): Promise<{ readerId: string; passwordHash: string } | undefined> {
    const [row] = await this.reads.rows<CredentialsRow>('select id, password_hash from reader where lower(email) = $1', [email]);
    return row && { readerId: row.id, passwordHash: row.password_hash };
  }

  /** With the address as `normalizeEmail` gives it. @throws NameTaken, EmailTaken */
  async insertReader(tx: Transaction, reader: Reader & { passwordHash: string }): Promise<void> {
    try {
      await tx.rows('insert into reader (id, name, name_skeleton, email, password_hash) values ($1, $2, $3, $4, $5)', [
        reader.id,
        reader.name,
        nameSkeleton(reader.name),
        reader.email,
        reader.passwordHash,
      ]);
    } catch (error) {
      if (isUniqueViolation(error, 'reader_name_unique')) throw new NameTaken();
      if (isUniqueViolation(error, 'reader_email_unique')) throw new EmailTaken();
      throw error;
    }
  }
}
