/** The boundaries of the house (ARCHITECTURE.md). test/architecture shows each rule failing. */

// dependency-cruiser lets swc parse every file as TypeScript without JSX, and has no option for it.
const swc = require('@swc/core');
const { parseFileSync } = swc;
swc.parseFileSync = (path, options) => parseFileSync(path, { ...options, tsx: path.endsWith('.tsx') });

// Who may know whom: a folder imports only from folders on lines above its own.
const lines = [
  ['config'],
  ['platform'],
  ['readers'],
  ['sites'],
  ['auth'],
  ['sanctions'],
  ['team'],
  ['threads'],
  ['screening'],
  ['follows'],
  ['comments'],
  ['reactions'],
  ['reasons'],
  ['profiles'],
  ['search'],
  ['reports'],
  ['moderation'],
  ['announcements'],
  ['inbox'],
  ['feed'],
  ['live'],
  ['embed', 'console'],
  ['health'],
  ['demo'],
];

const orderRules = lines.map((line, index) => {
  const below = lines.slice(index + 1).flat();
  return line.map((name) => ({
    name: `order-${name}`,
    comment: `${name} may know only the modules on lines above it`,
    severity: 'error',
    from: { path: `^src/${name}/` },
    to: { path: `^src/(${[...below, ...line.filter((other) => other !== name)].join('|') || 'none'})/` },
  }));
});

const modules = lines.flat().filter((name) => name !== 'platform');

module.exports = {
  forbidden: [
    ...orderRules.flat(),
    {
      name: 'front-door',
      comment: 'a module is entered through its index.ts',
      severity: 'error',
      from: { path: '^(src|contract)/([^/]+)/' },
      to: { path: `^src/(${modules.join('|')})/(?!index\\.ts$)`, pathNot: '^src/$2/' },
    },
    {
      name: 'front-door-from-top',
      comment: 'the application enters modules through their index.ts too',
      severity: 'error',
      from: { path: '^src/[^/]+\\.ts$' },
      to: { path: `^src/((${modules.join('|')})|platform/[^/]+)/(?!index\\.ts$)` },
    },
    {
      name: 'platform-front-door',
      comment: 'each part of the platform is entered through its index.ts',
      severity: 'error',
      from: { path: '^src/(?!platform/)[^/]+/' },
      to: { path: '^src/platform/[^/]+/(?!index\\.ts$)' },
    },
    {
      name: 'platform-parts',
      comment: 'parts of the platform meet at their front doors',
      severity: 'error',
      from: { path: '^src/platform/([^/]+)/' },
      to: { path: '^src/platform/[^/]+/(?!index\\.ts$)', pathNot: '^src/platform/$1/' },
    },
    {
      name: 'no-cycles',
      comment: 'no circles; in the widget a comment shows replies, which are comments, and parts load one another when needed',
      severity: 'error',
      from: { pathNot: '^widget/' },
      to: { circular: true },
    },
    {
      name: 'typeorm-only-at-the-database',
      comment: 'TypeORM stays in entities, repositories, modules, the database part and migrations',
      severity: 'error',
      from: { path: '^src/', pathNot: '(\\.entity|\\.repository|\\.module)\\.ts$|^src/platform/database/' },
      to: { path: 'node_modules/(typeorm|@nestjs/typeorm)/' },
    },
    {
      name: 'socket-io-only-in-live',
      comment: 'Socket.IO is known to live alone',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/live/' },
      to: { path: '(^|node_modules/)(socket\\.io|@nestjs/(websockets|platform-socket\\.io))' },
    },
    {
      name: 'pure-rules',
      comment: 'policies, rules and checks are pure: no framework, no database, no clock',
      severity: 'error',
      from: { path: '(\\.policy|\\.check|-rule)\\.ts$' },
      to: { path: 'node_modules/(@nestjs|typeorm|pg)/|^src/platform/(database|jobs|time)/' },
    },
    {
      name: 'migrations-import-nothing',
      comment: 'a migration must mean the same for ever',
      severity: 'error',
      from: { path: '^migrations/', pathNot: '^migrations/index\\.ts$' },
      to: { path: '^(src|contract|migrations)/' },
    },
    {
      name: 'contract-imports-nothing',
      comment: 'the contract is types and constants',
      severity: 'error',
      from: { path: '^contract/' },
      to: { pathNot: '^contract/' },
    },
    {
      name: 'widget-knows-the-contract-only',
      comment: 'the widget shares nothing with the server but the contract',
      severity: 'error',
      from: { path: '^widget/' },
      to: { path: '^(src|migrations|console|test|bench)/' },
    },
    {
      name: 'console-knows-the-contract-only',
      comment: 'the console shares nothing with the server or the widget but the contract',
      severity: 'error',
      from: { path: '^console/' },
      to: { path: '^(src|migrations|widget|test|bench)/' },
    },
    {
      name: 'no-test-code',
      comment: 'no test code in the application',
      severity: 'error',
      from: { path: '^(src|contract|migrations)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^(test|bench)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.json', '.d.ts'],
    },
  },
};
