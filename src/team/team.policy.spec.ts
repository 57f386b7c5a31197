import { type TeamRole, teamRoles } from '../../contract/team';
import { assertMayChange, isMore } from './team.policy';

const all = [undefined, ...teamRoles];

/** What somebody may change, as `from>to`. */
function changesOf(by: TeamRole | undefined): string[] {
  const name = (role: TeamRole | undefined) => role?.slice(0, 1) ?? '-';
  const may = (roles: (TeamRole | undefined)[]) => {
    try {
      assertMayChange(by, roles);
      return true;
    } catch {
      return false;
    }
  };
  return all.flatMap((from) => all.filter((to) => to !== from && may([from, to])).map((to) => `${name(from)}>${name(to)}`));
}

describe('who may change a role', () => {
  it.each<[TeamRole | undefined, string[]]>([
    [undefined, []],
    ['staff', []],
    ['moderator', []],
    ['editor', ['->s', '->m', 's>-', 's>m', 'm>-', 'm>s']],
  ])('%s may change %p', (by, changes) => {
    expect(changesOf(by)).toEqual(changes);
  });

  it('an administrator may change every one', () => {
    expect(changesOf('administrator')).toHaveLength(20);
  });

  it('is asked whether a role is more than another', () => {
    const more = all.flatMap((than) => teamRoles.filter((role) => isMore(role, than)).map((role) => `${role}>${than ?? 'nothing'}`));
    expect(more).toEqual([
      'staff>nothing',
      'moderator>nothing',
      'editor>nothing',
      'administrator>nothing',
      'moderator>staff',
      'editor>staff',
      'administrator>staff',
      'editor>moderator',
      'administrator>moderator',
      'administrator>editor',
    ]);
  });
});
