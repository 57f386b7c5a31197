import { reportWeight } from './report-weight';

describe('the weight of a report', () => {
  it.each([
    ['a reader who never reported', 0, 0, 0.5],
    ['one whose only report was upheld', 1, 0, 2 / 3],
    ['one who is always right', 98, 0, 0.99],
    ['one who is half right', 5, 5, 0.5],
    ['one whose reports are all dismissed', 0, 98, 0.01],
  ])('of %s', (_, upheld, dismissed, weight) => {
    expect(reportWeight({ upheld, dismissed }, 'rules')).toBeCloseTo(weight);
    expect(reportWeight({ upheld, dismissed }, 'law')).toBeCloseTo(2 * weight);
  });
});
