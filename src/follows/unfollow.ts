import { Injectable } from '@nestjs/common';
import type { ReaderActor } from '../platform/access';
import { Transactions } from '../platform/database';
import { FollowsRepository } from './follows.repository';
import { type NamedSubject, SubjectsRepository } from './subjects.repository';

/** Ends a follow; also of what is not there any more. What is not followed stays so. */
@Injectable()
export class Unfollow {
  constructor(
    private readonly subjects: SubjectsRepository,
    private readonly follows: FollowsRepository,
    private readonly transactions: Transactions,
  ) {}

  async execute({ readerId }: ReaderActor, { siteId, kind, subject }: NamedSubject): Promise<void> {
    const subjectId = kind === 'section' ? await this.subjects.findSection(siteId, subject) : subject;
    if (subjectId === undefined) return;
    await this.transactions.run((tx) => this.follows.deleteFollow(tx, { readerId, siteId, kind, subjectId }));
  }
}
