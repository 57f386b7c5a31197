import 'reflect-metadata';
import { cleanUp } from './support/at-end';

/** Runs one bench: `npm run bench -- P1`. Whatever it started is ended by process id, also on Ctrl+C. */
const benches: Record<string, () => Promise<{ run: (argument?: string) => Promise<void> }>> = {
  P1: () => import('./p1-first-page.js'),
  P2: () => import('./p2-unchanged-page.js'),
  P3: () => import('./p3-cold-page.js'),
  P4: () => import('./p4-post-to-many-threads.js'),
  P5: () => import('./p5-post-to-one-thread.js'),
  P6: () => import('./p6-fan-out.js'),
  P7: () => import('./p7-idle-sockets.js'),
  P9: () => import('./p9-embed.js'),
  P10: () => import('./p10-screening-words.js'),
  P11: () => import('./p11-held-queue.js'),
  P12: () => import('./p12-feed.js'),
  P13: () => import('./p13-many-followers.js'),
  P15: () => import('./p15-search.js'),
  PAGES: () => import('./page-through.js'),
  seed: () => import('./seed.js'),
};

const longestSeconds = 240;
/** Those that seed very much. */
const longestSecondsOf: Record<string, number> = { P12: 600, P15: 900 };

async function main([id = '', argument]: string[]): Promise<void> {
  const load = benches[id];
  if (load === undefined) throw new Error(`Which one? ${Object.keys(benches).join(', ')}`);
  endAfter(longestSecondsOf[id] ?? longestSeconds);
  const { run } = await load();
  await run(argument);
}

function endAfter(seconds: number): void {
  setTimeout(() => {
    console.error(`not done after ${seconds} seconds`);
    void endWith(1);
  }, seconds * 1000).unref();
}

async function endWith(code: number): Promise<never> {
  await cleanUp();
  process.exit(code);
}

process.once('SIGINT', () => void endWith(130));
process.once('SIGTERM', () => void endWith(143));

main(process.argv.slice(2)).then(
  () => endWith(0),
  (error: unknown) => {
    console.error(error);
    return endWith(1);
  },
);
