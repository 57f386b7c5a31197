import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { ScorerSettings } from '../../../contract/scorer';
import { Egress } from '../../platform/egress';
import { Log } from '../../platform/telemetry';
import { Clock } from '../../platform/time';
import type { Finding } from '../finding';
import { CircuitBreaker } from './circuit-breaker';

/** As it is asked. */
export interface SiteScorer extends Omit<ScorerSettings, 'isOn'> {
  secret: string | null;
}

const maxBreakers = 1_000;

/** Asks a site's scorer about a text. Whatever becomes of that, the writer gets an answer: never an error. */
@Injectable()
export class AskScorer {
  private readonly breakers = new LRUCache<string, CircuitBreaker>({ max: maxBreakers });

  constructor(
    private readonly egress: Egress,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async execute(scorer: SiteScorer, text: string): Promise<Finding | null> {
    const score = await this.scoreOf(scorer, text);
    const { holdFrom, whenUnreachable } = scorer;
    if (score === undefined) return whenUnreachable === 'hold' ? finding({ isUnreachable: true }) : null;
    return score >= holdFrom ? finding({ score, holdFrom }) : null;
  }

  /** Undefined where it did not answer in time, or not with a score. */
  private async scoreOf({ url, secret, timeLimitMilliseconds }: SiteScorer, text: string): Promise<number | undefined> {
    const breaker = this.breakers.get(url) ?? new CircuitBreaker();
    this.breakers.set(url, breaker);
    if (!breaker.mayTry(this.clock.now().getTime())) return undefined;
    try {
      const headers = { 'content-type': 'application/json', ...(secret !== null && { authorization: `Bearer ${secret}` }) };
      const answer = await this.egress.post({ url, headers, body: JSON.stringify({ text }), timeLimitMilliseconds });
      const score = readScore(answer);
      breaker.noteSuccess();
      return score;
    } catch (error) {
      breaker.noteFailure(this.clock.now().getTime());
      this.log.warn({ err: error }, 'a scorer did not answer');
      return undefined;
    }
  }
}

function finding(evidence: Record<string, unknown>): Finding {
  return { rule: 'scorer', outcome: 'hold', excerpts: [], evidence };
}

/** @throws Error where it is none */
function readScore({ status, text }: { status: number; text: string }): number {
  if (status !== 200) throw new Error(`the scorer answered with ${status}`);
  const { score } = JSON.parse(text) ?? {};
  if (typeof score !== 'number' || !(score >= 0 && score <= 1)) throw new Error('the scorer answered with no score');
  return score;
}
