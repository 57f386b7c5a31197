import { en } from '../catalogues/en';
import { Wording } from '../catalogues/wording';
import { allActions } from './all-actions';
import { actionsNamed } from './search';

const wording = new Wording('en', en);

describe('the search for an action', () => {
  it.each([
    ['', allActions.map(({ id }) => id)],
    ['APP', ['approve']],
    ['col dark', ['darkColours']],
    ['single', ['singleKeysOn', 'singleKeysOff']],
    ['ark', []],
  ])('%p finds %p', (query, found) => {
    expect(actionsNamed(query, allActions, (action) => wording.action(action)).map(({ id }) => id)).toEqual(found);
  });
});
