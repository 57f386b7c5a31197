import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { atEnd } from './at-end';
import type { CrowdOrder, CrowdReport } from './crowd';

/** Readers who watch, in a process of their own. */
export class CrowdProcess {
  private constructor(private readonly child: ChildProcess) {}

  /** Resolves when all their sockets are open and in the room. */
  static async open(order: CrowdOrder): Promise<CrowdProcess> {
    const child = fork(resolve(__dirname, 'crowd.js'));
    const crowd = new CrowdProcess(child);
    atEnd(() => crowd.end());
    child.send(order);
    const ended = once(child, 'exit').then(() => Promise.reject(new Error('the crowd could not stay')));
    await Promise.race([once(child, 'message'), ended]);
    ended.catch(() => undefined);
    return crowd;
  }

  async takeReport(): Promise<CrowdReport> {
    this.child.send('report');
    const [report] = (await once(this.child, 'message')) as [CrowdReport];
    return report;
  }

  async end(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill('SIGKILL');
    await once(this.child, 'exit');
  }
}
