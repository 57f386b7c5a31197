import { inHtml, inScript } from './inert-text';

const hostile = ['</script><script>alert(1)</script>', '<!--<script>', ']]>', '\u2028\u2029', `"'&<>`, '<svg onload=alert(1)>'];

describe('text of others', () => {
  it.each(hostile)('is inert in HTML: %j', (text) => {
    expect(inHtml(text)).not.toMatch(/[<>"']/);
  });

  it.each(hostile)('is inert in a script element and still the same: %j', (text) => {
    const written = inScript({ text });
    expect(written).not.toMatch(/[<\u2028\u2029]/);
    expect(JSON.parse(written)).toEqual({ text });
  });
});
