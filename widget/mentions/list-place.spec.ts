import { listPlace, type Surroundings } from './list-place';

const within = { left: 10, right: 410, top: 0, bottom: 600 };
const list = { width: 280, height: 100 };

function placed(given: Partial<Surroundings> & { x?: number; y?: number }) {
  const { x = 100, y = 200, ...rest } = given;
  const letter = { left: x, right: x + 10, top: y, bottom: y + 20 };
  return listPlace({ letter, list, within, isRtl: false, isCutBelow: false, ...rest });
}

describe('the place of the list', () => {
  it.each([
    ['below the line', {}, { left: 100, top: 224, maxHeight: 376 }],
    ['towards the left where one writes from the right', { x: 380, isRtl: true }, { left: 110, top: 224, maxHeight: 376 }],
    ['inside the composer', { x: 300 }, { left: 130, top: 224, maxHeight: 376 }],
    ['inside it on the other side', { x: 20, isRtl: true }, { left: 10, top: 224, maxHeight: 376 }],
    ['above where there is no room below', { y: 500 }, { left: 100, top: 396, maxHeight: 496 }],
    ['above where it would not be seen', { isCutBelow: true }, { left: 100, top: 96, maxHeight: 196 }],
    ['below where it would not be seen, and there is no room above', { isCutBelow: true, y: 50 }, { left: 100, top: 74, maxHeight: 526 }],
    [
      'as high as there is room',
      { within: { ...within, bottom: 300 }, y: 60, list: { ...list, height: 320 } },
      { left: 100, top: 84, maxHeight: 216 },
    ],
    [
      'as high as there is above',
      { within: { ...within, bottom: 300 }, y: 200, list: { ...list, height: 320 } },
      { left: 100, top: 0, maxHeight: 196 },
    ],
  ] as const)('is %s', (_, given, expected) => {
    expect(placed(given)).toEqual(expected);
  });
});
