import { Injectable } from '@nestjs/common';
import type { Transaction } from '../platform/database';
import { NotFound } from '../platform/http';
import { assertMaySpeak } from '../sanctions';
import { screen } from './checks';
import type { Draft } from './draft';
import type { Finding } from './finding';
import { AskScorer } from './scorer/ask-scorer';
import { ScreeningRepository } from './screening.repository';
import { ScreeningPolicies } from './screening-policies';
import { good } from './standing';
import { textShape } from './text-shape';

export interface Screened {
  findings: Finding[];
  /** Of the policy by which it was screened. */
  version: string;
  /** By which texts that are almost the same are found. */
  shape: number[];
}

/** Runs every check on a draft. */
@Injectable()
export class ScreenDraft {
  constructor(
    private readonly policies: ScreeningPolicies,
    private readonly repository: ScreeningRepository,
    private readonly askScorer: AskScorer,
  ) {}

  /**
   * By what this process knows, for an author of whom nothing is known: holds for a statement that asks for `goodStandingSql` of the version.
   * Undefined for a site it has not met, and for one that asks somebody else too.
   */
  byText(draft: Draft, siteId: string): Screened | undefined {
    const policy = this.policies.find(siteId);
    if (policy === undefined || policy.scorer !== null) return undefined;
    return { findings: screen(draft, { policy, standing: good }), version: policy.version, shape: textShape(draft.body) };
  }

  /**
   * By one read, and another where the site has a policy that this process does not know; where it has a scorer, that is asked. Not in a transaction.
   * @throws NotFound, ReaderBanned, ReaderSuspended, WarningUnread
   */
  async execute(draft: Draft): Promise<Screened> {
    const shape = textShape(draft.body);
    const standing = await this.repository.findStanding(draft, shape);
    if (standing === undefined) throw new NotFound();
    assertMaySpeak(standing.sanction);
    const policy = await this.policies.load(standing.siteId, standing.version);
    const findings = screen(draft, { policy, standing });
    const scored = policy.scorer && (await this.askScorer.execute(policy.scorer, draft.text));
    return { findings: scored === null ? findings : [...findings, scored], version: policy.version, shape };
  }

  /** With a text that is written in the transaction: what was found in it, and its shape. */
  async keep(tx: Transaction, draft: Draft & { revision: number }, { findings, version, shape }: Screened): Promise<void> {
    if (shape.length > 0) await this.repository.insertShape(tx, draft, shape);
    if (findings.length > 0) await this.repository.insertFindings(tx, { ...draft, version }, findings);
  }
}
