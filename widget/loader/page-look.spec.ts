import { hexOf } from './page-look';

describe('a computed colour', () => {
  it.each([
    ['rgb(0, 90, 156)', '#005a9c'],
    ['rgb(255, 255, 255)', '#ffffff'],
    ['rgba(0, 90, 156, 0.5)', undefined],
    ['oklch(0.6 0.1 200)', undefined],
    ['', undefined],
  ])('%s is %s', (computed, hex) => {
    expect(hexOf(computed)).toBe(hex);
  });
});
