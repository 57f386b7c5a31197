import type { ScreeningRule } from './screening';

/** Over how many days it is told. */
export const overviewDays = [7, 30] as const;
export type OverviewDays = (typeof overviewDays)[number];

/** How a site went lately. Times are ISO 8601, hours and days are of UTC, oldest first. */
export interface Overview {
  days: OverviewDays;
  /** Every hour; the last is not over yet. `held` of the comments were held at some time. */
  hours: { hour: string; comments: number; held: number }[];
  /** How long comments waited that were decided on a day; days without a decision are left out. */
  waits: { day: string; decisions: number; medianSeconds: number; p90Seconds: number }[];
  /** What became of what a check held; null: held by no check, but by a moderator or the mode of the thread. */
  rules: { rule: ScreeningRule | null; published: number; rejected: number }[];
  /** Objections to decisions and sanctions, on the day on which they were made or decided on; days without one are left out. */
  appeals: { day: string; made: number; decided: number; overturned: number }[];
  /** `waits` and `rules` are of so many decisions: the newest, at most `limits.overview.decisions`. */
  decisions: number;
}
