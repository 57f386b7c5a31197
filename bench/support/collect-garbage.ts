import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';

const tries = 100;

/** Has the process behind an inspector collect its garbage. */
export async function collectGarbage(inspectorPort: number): Promise<void> {
  const socket = new WebSocket(await addressOf(inspectorPort));
  await once(socket, 'open');
  socket.send(JSON.stringify({ id: 1, method: 'HeapProfiler.collectGarbage' }));
  await once(socket, 'message');
  socket.close();
  await once(socket, 'close');
}

/** The inspector may not listen yet. */
async function addressOf(inspectorPort: number): Promise<string> {
  for (let time = 0; time < tries; time += 1) {
    const answer = await fetch(`http://127.0.0.1:${inspectorPort}/json`).catch(() => undefined);
    const [target] = ((await answer?.json()) ?? []) as { webSocketDebuggerUrl: string }[];
    if (target !== undefined) return target.webSocketDebuggerUrl;
    await pause(20);
  }
  throw new Error('the inspector does not answer');
}
