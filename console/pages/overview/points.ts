import type { Overview } from '../../../contract/overview';

/** Comments in an hour, on the average of the time that a point stands for. */
export interface RatePoint {
  time: string;
  perHour: number;
}

export interface SharePoint {
  time: string;
  comments: number;
  /** Of a hundred. */
  heldPercent: number;
}

const hoursOfDay = 24;

/** A point for each hour of a week, for each day of a month. */
export function rates({ days, hours }: Overview): RatePoint[] {
  return inGroups(hours, days === 7 ? 1 : hoursOfDay).map((group) => ({
    time: endOf(group),
    perHour: rounded(sum(group, 'comments') / group.length),
  }));
}

/** By the day, counted back from now; a day without a comment has no share. */
export function shares({ hours }: Overview): SharePoint[] {
  return inGroups(hours, hoursOfDay).flatMap((group) => {
    const comments = sum(group, 'comments');
    return comments === 0 ? [] : [{ time: endOf(group), comments, heldPercent: rounded((100 * sum(group, 'held')) / comments) }];
  });
}

export function minutes(seconds: number): number {
  return rounded(seconds / 60);
}

/** Days are counted back from now, so a group is called after where it ends. */
function endOf(group: readonly { hour: string }[]): string {
  return group.at(-1)?.hour ?? '';
}

function inGroups<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}

export function sum<Name extends string>(items: readonly Record<Name, number>[], name: Name): number {
  return items.reduce((total, item) => total + item[name], 0);
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
