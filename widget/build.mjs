/** Builds the widget into dist/widget: scripts for article pages, the framed document's assets, and its renderer for the server. */
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const widget = dirname(fileURLToPath(import.meta.url));
const finished = join(widget, '../dist/widget');
/** Takes the place of the finished one at the end, so that a build that fails leaves the last one whole. */
const outDir = `${finished}.next`;
const browsers = ['chrome111', 'edge111', 'firefox125', 'safari16.4'];

/** A build that reads nothing but what is written here. */
function settings(options) {
  return {
    root: widget,
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { outDir, emptyOutDir: false, target: browsers, modulePreload: false, reportCompressedSize: false, ...options },
  };
}

/** For article pages: one classic script that leaves no name behind, at an address that stays. */
async function buildScript(input, file) {
  await build(settings({ rolldownOptions: { input: join(widget, input), output: { format: 'iife', entryFileNames: file } } }));
}

/** Engine.IO's client without another transport and binary data, with the smaller of its two ways to poll, and the browser's own reading of addresses. */
const smallerParts = {
  'engine.io-client/build/esm/contrib/parseuri.js': `
    export function parse(address) {
      const { protocol, hostname, port, pathname: path } = new URL(address);
      return { source: address, protocol: protocol.slice(0, -1), host: hostname.replace(/[[\\]]/g, ''), port, path, query: '', queryKey: {} };
    }`,
  'engine.io-client/build/esm/transports/webtransport.js': 'export const WT = undefined;',
  'engine.io-client/build/esm/transports/polling-xhr.js': `export { Fetch as XHR } from './polling-fetch.js';`,
  'engine.io-parser/build/esm/encodePacket.browser.js': `import { PACKET_TYPES } from './commons.js';
    export const encodePacket = ({ type, data = '' }, _, callback) => callback(PACKET_TYPES[type] + data);
    export const encodePacketToBinary = undefined;`,
  'engine.io-parser/build/esm/decodePacket.browser.js': `import { ERROR_PACKET, PACKET_TYPES_REVERSE } from './commons.js';
    export const decodePacket = (packet) => {
      const type = PACKET_TYPES_REVERSE[packet[0]];
      return type ? { type, data: packet.slice(1) || undefined } : ERROR_PACKET;
    };`,
};
const smallerTransport = {
  name: 'smaller-transport',
  load: (path) => smallerParts[path.split('/node_modules/').at(-1)] ?? null,
};

/** For the framed document: modules named by their content. */
async function buildClient() {
  const assets = settings({
    outDir: join(outDir, 'assets'),
    // A library has no helper for preloading, of which there is nothing to preload.
    lib: { entry: { client: join(widget, 'client.tsx') }, formats: ['es'] },
    rolldownOptions: {
      preserveEntrySignatures: 'allow-extension',
      output: {
        entryFileNames: '[name]-[hash].js',
        chunkFileNames: '[name]-[hash].js',
        minify: true,
        comments: false,
        // What the first view needs is one file, whatever else it is shared with.
        codeSplitting: { groups: [{ name: 'first-view', tags: ['$initial'] }] },
      },
    },
  });
  const [{ output }] = await build({ ...assets, base: '/embed/assets/', plugins: [smallerTransport] });
  const modules = output.filter(({ type }) => type === 'chunk');
  const manifest = Object.fromEntries(modules.map(({ name, fileName }) => [name, fileName]));
  writeFileSync(join(outDir, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** For the server: one CommonJS file with everything in it. */
async function buildRenderer() {
  const renderer = settings({
    ssr: true,
    target: 'node20',
    minify: false,
    rolldownOptions: { input: join(widget, 'server.tsx'), output: { format: 'cjs', entryFileNames: 'server.js', codeSplitting: false } },
  });
  await build({ ...renderer, ssr: { noExternal: true } });
  // The document carries its styles: here they are for the scales.
  const { frameStyles } = createRequire(import.meta.url)(join(outDir, 'server.js'));
  writeFileSync(join(outDir, 'frame.css'), frameStyles);
}

rmSync(outDir, { recursive: true, force: true });
await buildScript('loader/index.ts', 'embed.js');
await buildScript('counts/index.ts', 'counts.js');
await buildClient();
await buildRenderer();
rmSync(finished, { recursive: true, force: true });
renameSync(outDir, finished);
