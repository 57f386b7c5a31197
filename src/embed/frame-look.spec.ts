import { lookStyles, readLook } from './frame-look';

describe('the look of the frame', () => {
  it('takes over a theme, a colour and plain fonts', () => {
    const look = readLook({
      theme: 'dark',
      accent: '#005a9c',
      font: `Georgia, "Times New Roman", 'ヒラギノ角ゴ W3', -apple-system, serif`,
    });
    expect(look.theme).toBe('dark');
    expect(lookStyles(look)).toBe(
      ':root{--parley-accent:#005a9c;--parley-font:Georgia,"Times New Roman","ヒラギノ角ゴ W3",-apple-system,serif}',
    );
  });

  it('asks for nothing unless the page does', () => {
    expect(readLook({})).toEqual({ theme: 'auto', accent: undefined, font: undefined });
    expect(lookStyles(readLook({}))).toBe('');
  });

  it.each([
    ['accent', 'red;background:url(//evil.example)'],
    ['accent', '#FFF'],
    ['accent', '#12345g'],
    ['font', '}</style><script>alert(1)</script>'],
    ['font', 'x;} body { display: none'],
    ['font', 'url(//evil.example/font)'],
    ['font', ''],
    ['theme', 'dark" onload="alert(1)'],
  ])('leaves out the %s %j', (name, value) => {
    const look = readLook({ [name]: value });
    expect([look.theme, lookStyles(look)]).toEqual(['auto', '']);
  });

  it('keeps the good names beside a bad one', () => {
    expect(readLook({ font: 'Georgia, a{b}, serif' }).font).toBe('Georgia,serif');
  });
});
