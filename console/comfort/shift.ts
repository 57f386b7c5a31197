/** How somebody has worked lately; times in milliseconds. */
export interface Shift {
  /** Comments decided on in this shift, and since the last break. */
  decided: number;
  decidedSinceBreak: number;
  workingSince: number;
  lastActiveAt: number;
  /** From when on a break is proposed. */
  remindAt: number;
}

const minute = 60_000;
const work = 50 * minute;
/** Nothing done for so long is a break: a tab that nobody sees has nobody who does anything. */
const rest = 5 * minute;
const later = 15 * minute;
/** Nothing done for so long, and another shift begins. */
const leisure = 4 * 60 * minute;

export function begin(now: number): Shift {
  return { decided: 0, ...rested(now) };
}

/** After something was done. */
export function afterActivity(shift: Shift, now: number): Shift {
  const idle = now - shift.lastActiveAt;
  if (idle >= leisure) return begin(now);
  return idle >= rest ? takeBreak(shift, now) : { ...shift, lastActiveAt: now };
}

export function afterDecision(shift: Shift, now: number): Shift {
  const active = afterActivity(shift, now);
  return { ...active, decided: active.decided + 1, decidedSinceBreak: active.decidedSinceBreak + 1 };
}

export function takeBreak(shift: Shift, now: number): Shift {
  return { ...shift, ...rested(now) };
}

export function remindLater(shift: Shift, now: number): Shift {
  return { ...shift, remindAt: now + later };
}

/** Since the last break; none while there is one. */
export function minutesOfWork({ workingSince, lastActiveAt }: Shift, now: number): number {
  return now - lastActiveAt >= rest ? 0 : Math.max(0, Math.floor((now - workingSince) / minute));
}

export function isBreakDue({ lastActiveAt, remindAt }: Shift, now: number): boolean {
  return now - lastActiveAt < rest && now >= remindAt;
}

function rested(now: number): Omit<Shift, 'decided'> {
  return { decidedSinceBreak: 0, workingSince: now, lastActiveAt: now, remindAt: now + work };
}
