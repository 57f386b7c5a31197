import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { Representation } from './representation';

const contentTypes: Record<string, string | undefined> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** For files whose names change with their content. */
export const immutable = 'public, max-age=31536000, immutable';

/** A built file, as it is sent. */
export function builtFile(path: string): Representation {
  return new Representation(readFileSync(path), contentTypes[extname(path)] ?? 'application/octet-stream');
}

/** Every file of a folder by its name, read once. */
export function builtFiles(folder: string): ReadonlyMap<string, Representation> {
  return new Map(readdirSync(folder).map((name) => [name, builtFile(join(folder, name))]));
}

/** Where what was built for browsers is: beside package.json, which is above the sources and above what they are compiled to. */
export function builtFolder(name: string, folder = __dirname): string {
  if (existsSync(join(folder, 'package.json'))) return join(folder, 'dist', name);
  if (dirname(folder) === folder) throw new Error('package.json is in no folder above the program.');
  return builtFolder(name, dirname(folder));
}
