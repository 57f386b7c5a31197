import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WidgetBuild } from './widget-build';

describe('the built widget', () => {
  it('says what to do when it is not there', () => {
    expect(() => new WidgetBuild(join(tmpdir(), 'no-widget-here'))).toThrow(/not built \(.*no-widget-here\): run npm run build/);
  });
});
