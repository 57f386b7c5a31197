/** After so many failures in a row nothing is tried for a while; then one try tells. */
const failuresToOpen = 5;
const openMilliseconds = 30_000;

/** Keeps writers from waiting, one after the other, for a service that does not answer. */
export class CircuitBreaker {
  private failures = 0;
  private openUntil = 0;

  /** While it is open one try is let through each time the pause is over; whoever asks next is refused until that has told. */
  mayTry(now: number): boolean {
    if (this.failures < failuresToOpen) return true;
    if (now < this.openUntil) return false;
    this.openUntil = now + openMilliseconds;
    return true;
  }

  noteSuccess(): void {
    this.failures = 0;
  }

  noteFailure(now: number): void {
    this.failures += 1;
    this.openUntil = now + openMilliseconds;
  }
}
