/** Builds the console into dist/console: one page and the files it names, by their content. */
import { readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = dirname(fileURLToPath(import.meta.url));
const finished = join(root, '../dist/console');
/** Takes the place of the finished one at the end, so that a build that fails leaves the last one whole. */
const outDir = `${finished}.next`;

/** Socket.IO's client with one way to connect: where no WebSocket passes, the console looks now and then anyway. */
const smallerParts = {
  'socket.io-client/build/esm/index.js': `export { Manager } from './manager.js';`,
  'engine.io-client/build/esm/transports/index.js': `import { WS } from './websocket.js';
    export const transports = { websocket: WS };`,
};
const smallerSocketIo = {
  name: 'smaller-socket-io',
  load: (path) => smallerParts[path.split('/node_modules/').at(-1)] ?? null,
};

/** The console has four colours of Mantine's; the others would be a sixth of its style. Its first colour is teal, as in the theme. */
const otherColours = /^\s*--mantine-color-(pink|grape|violet|indigo|blue|cyan|green|lime|yellow|orange)-.*\n/gm;
const fewerColours = {
  name: 'fewer-colours',
  load: (path) =>
    path.endsWith('/default-css-variables.layer.css')
      ? readFileSync(path, 'utf8').replace(otherColours, '').replaceAll('var(--mantine-color-blue-', 'var(--mantine-color-teal-')
      : null,
};

await build({
  root,
  base: '/console/',
  configFile: false,
  envDir: false,
  publicDir: false,
  logLevel: 'warn',
  plugins: [smallerSocketIo, fewerColours],
  oxc: { jsx: { runtime: 'automatic' } },
  build: {
    outDir,
    emptyOutDir: true,
    target: ['chrome111', 'edge111', 'firefox125', 'safari16.4'],
    modulePreload: false,
    // The policy of the page allows nothing that stands in it.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1_000,
    rolldownOptions: {
      input: { console: join(root, 'index.html') },
      // What the first load needs is one file, whatever else it is shared with.
      output: { codeSplitting: { groups: [{ name: 'first-load', tags: ['$initial'] }] } },
      // What Mantine says to servers that render on their own; there is none here.
      onLog: (level, log, handle) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : handle(level, log)),
    },
  },
});
rmSync(finished, { recursive: true, force: true });
renameSync(outDir, finished);
