import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConsoleBuild } from './console-build';

describe('the built console', () => {
  it('says what to do when it is not there', () => {
    expect(() => new ConsoleBuild(join(tmpdir(), 'no-console-here'))).toThrow(/not built \(.*no-console-here\): run npm run build/);
  });
});
