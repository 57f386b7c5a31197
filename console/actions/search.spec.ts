import { en } from '../catalogues/en';
import { allActions } from './all-actions';
import { actionsNamed } from './search';

describe('the search for an action', () => {
  it.each([
    ['', allActions.map(({ id }) => id)],
    ['APP', ['approve']],
    ['col dark', ['darkColours']],
    ['single', ['singleKeysOn', 'singleKeysOff']],
    ['ark', []],
  ])('%p finds %p', (query, found) => {
    expect(actionsNamed(query, allActions, en.actions).map(({ id }) => id)).toEqual(found);
  });
});
