/** Prints where the packaged Chromium is; a module of its own since Jest cannot load that package. */
import chromium from '@sparticuz/chromium';

process.stdout.write(await chromium.executablePath());
