/** An outside service that scores texts: it is sent `{ text }` and answers `{ score }`, from 0 (harmless) to 1. */

export const whenUnreachable = ['publish', 'hold'] as const;
export type WhenUnreachable = (typeof whenUnreachable)[number];

export interface ScorerSettings {
  isOn: boolean;
  /** https, on the public internet. */
  url: string;
  /** Comments with this score or more are held. */
  holdFrom: number;
  /** Writers wait no longer. */
  timeLimitMilliseconds: number;
  /** What becomes of a comment that it does not score. */
  whenUnreachable: WhenUnreachable;
}

export interface ScorerView extends ScorerSettings {
  /** It is sent as a bearer token, and never told. */
  hasSecret: boolean;
}

export interface SetScorerRequest extends ScorerSettings {
  /** Left out, the one that is there stays, unless the address is of another place. Null: none. */
  secret?: string | null;
}

/** Null: the site has none. */
export interface ScorerAnswer {
  scorer: ScorerView | null;
}
