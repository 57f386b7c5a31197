import { type Channels, hexOf, isDark, laidOver, readChannels } from './colour';

describe('a computed colour', () => {
  it.each([
    ['color(srgb 0 0.352941 0.611765)', '#005a9c'],
    ['color(srgb 1 1 1 / 1)', '#ffffff'],
    ['color(srgb 1.2 -0.1 none)', '#ff0000'],
    ['color(srgb 1e-7 1 0)', '#00ff00'],
    ['color(srgb 0 0.35 0.61 / 0.5)', undefined],
    ['rgb(0, 90, 156)', undefined],
    ['', undefined],
  ])('%s is %s', (computed, hex) => {
    expect(hexOf(readChannels(computed))).toBe(hex);
  });

  it.each([
    ['black', [0, 0, 0, 1], true],
    ['a quiet black', [0.086, 0.094, 0.102, 1], true],
    ['a deep blue', [0, 0, 0.8, 1], true],
    ['a middle grey', [0.5, 0.5, 0.5, 1], false],
    ['paper', [0.98, 0.98, 0.96, 1], false],
  ] as [string, Channels, boolean][])('%s is dark or not', (_, channels, answer) => {
    expect(isDark(channels)).toBe(answer);
  });

  it('lets what is below through as far as it is see-through', () => {
    expect(laidOver([0, 0, 0, 0.75], [1, 1, 1, 1])).toEqual([0.25, 0.25, 0.25, 1]);
    expect(laidOver([1, 0, 0, 1], [1, 1, 1, 1])).toEqual([1, 0, 0, 1]);
    expect(laidOver([0, 0, 0, 0], [0, 0, 0, 0])).toEqual([0, 0, 0, 0]);
  });
});
