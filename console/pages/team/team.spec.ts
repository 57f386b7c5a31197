import type { RoleChangesPage, TeamMember, TeamView } from '../../../contract/team';
import { NoAnswer, Refusal } from '../../api/console-api';
import { endless } from '../../queue/held.builder';
import { Team } from './team';

const anna: TeamMember = { reader: { id: 'anna', name: 'Anna' }, role: 'moderator', since: '2026-11-01T10:00:00Z' };
const invitation = { id: 'one', email: 'a@example.org', role: 'staff', invitedBy: { id: 'ada', name: 'Ada' }, expiresAt: '' } as const;

/** A service with one member, which notes what it is asked. */
function aService() {
  const asked: string[] = [];
  const service = {
    asked,
    failure: null as Error | null,
    team: { members: [anna], givable: ['staff', 'moderator'] } as TeamView,
    members: async () => service.team,
    invitations: async () => [invitation],
    changes: async (cursor: string | null): Promise<RoleChangesPage> => ({ changes: [], nextCursor: cursor === null ? 'more' : null }),
    give: (id: string, role: string) => note(`give ${id} ${role}`),
    take: (id: string) => note(`take ${id}`),
    invite: async () => ({ ...invitation, link: 'https://console.example/#secret' }),
    revoke: (id: string) => note(`revoke ${id}`),
  };
  const note = async (what: string): Promise<void> => {
    asked.push(what);
    if (service.failure !== null) throw service.failure;
  };
  return service;
}

async function aTeam() {
  const service = aService();
  const team = new Team(service, endless);
  await team.load();
  return { service, team, state: () => team.store.getState() };
}

describe('the team', () => {
  it('changes a role only once somebody has said yes', async () => {
    const { service, team, state } = await aTeam();
    team.ask({ member: anna, to: 'staff' });
    team.ask(null);
    await team.confirm();
    expect(service.asked).toEqual([]);
    team.ask({ member: anna, to: 'staff' });
    service.team = { ...service.team, members: [{ ...anna, role: 'staff' }] };
    await team.confirm();
    team.ask({ member: anna, to: null });
    await team.confirm();
    expect([service.asked, state().asked, state().members[0]?.role]).toEqual([['give anna staff', 'take anna'], null, 'staff']);
  });

  it('says why something was not done, and shows what is', async () => {
    const { service, team, state } = await aTeam();
    service.failure = new Refusal(409, { code: 'last_administrator', detail: 'There is no other.' }, null);
    team.ask({ member: anna, to: null });
    await team.confirm();
    expect([state().problem, state().phase, state().isUnderWay]).toEqual([
      { kind: 'refused', detail: 'There is no other.' },
      'ready',
      false,
    ]);
    service.failure = null;
    team.ask({ member: anna, to: null });
    expect(state().problem).toBeNull();
  });

  it('shows the link of an invitation until another is made or it is taken back', async () => {
    const { team, state } = await aTeam();
    await team.invite({ email: 'a@example.org', role: 'staff' });
    expect(state().made?.link).toBe('https://console.example/#secret');
    await team.revoke('one');
    expect(state().made).toBeNull();
  });

  it('shows older changes after those that are there', async () => {
    const { team, state } = await aTeam();
    expect(state().nextChanges).toBe('more');
    await team.showMoreChanges();
    expect(state().nextChanges).toBeNull();
  });

  it('that cannot be loaded says so, and is loaded again', async () => {
    const service = aService();
    const team = new Team({ ...service, members: () => Promise.reject(new NoAnswer()) }, endless);
    await team.load();
    expect(team.store.getState()).toMatchObject({ phase: 'failed', problem: { kind: 'noAnswer' } });
  });
});
