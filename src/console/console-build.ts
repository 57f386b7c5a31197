import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { builtFile, builtFiles, builtFolder, type Representation } from '../platform/http';

/** The built console, read once when the service starts. */
export class ConsoleBuild {
  readonly page: Representation;
  private readonly assets: ReadonlyMap<string, Representation>;

  /** @throws Error when the console is not built */
  constructor(folder = builtFolder('console')) {
    if (!existsSync(join(folder, 'index.html'))) throw new Error(`The console is not built (${folder}): run npm run build.`);
    this.page = builtFile(join(folder, 'index.html'));
    this.assets = builtFiles(join(folder, 'assets'));
  }

  asset(name: string): Representation | undefined {
    return this.assets.get(name);
  }
}
