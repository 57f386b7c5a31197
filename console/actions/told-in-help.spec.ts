import { comfortActions } from '../comfort/comfort-actions';
import { GoodOnes } from '../comfort/good-ones';
import { ShiftClock } from '../comfort/shift-clock';
import { reportedActions } from '../pages/reported/reported-actions';
import { ReportedDecisions } from '../pages/reported/reported-decisions';
import type { Workplace } from '../workplace';
import { toldInHelp } from './told-in-help';
import { ada, aWorkplace, surroundings } from './workplace.builder';

const goodOnes = () =>
  new GoodOnes(
    async () => [],
    () => 'one',
  );
const keysOf = (workplace: Workplace) => toldInHelp(workplace).map(({ key }) => key);
const asksForReason = (workplace: Workplace) => toldInHelp(workplace).some((action) => action.asksForReason);

function withComfort(workplace: Workplace, good = goodOnes()): Workplace {
  workplace.offer(comfortActions(workplace, { goodOnes: good, clock: new ShiftClock('ada', surroundings.localStorage) }));
  return workplace;
}

describe('the help sheet', () => {
  // What the comfort's actions ask of the page.
  beforeAll(() => Object.assign(globalThis, { document: { activeElement: null, querySelector: () => null } }));
  afterAll(() => Reflect.deleteProperty(globalThis, 'document'));

  it('tells of decisions first, then of the ways to the next, then of the rest', async () => {
    const keys = keysOf(withComfort(await aWorkplace()));
    expect(keys.slice(0, 7)).toEqual(['a', 'r', 's', 'u', 'j', 'k', 'z']);
  });

  it('does so where a page brings its own decisions', async () => {
    const workplace = withComfort(await aWorkplace());
    const { queue, api, session, acts } = workplace;
    workplace.goTo('reported');
    workplace.offer(
      Object.values(reportedActions(workplace, queue, new ReportedDecisions(api, { queue, session, acts, readers: workplace.readers }))),
    );
    expect(keysOf(workplace).slice(0, 7)).toEqual(['e', 'r', 'h', 'u', 'j', 'k', 'z']);
  });

  it('tells of what passes only while it is there', async () => {
    const good = goodOnes();
    const workplace = withComfort(await aWorkplace(), good);
    expect(keysOf(workplace)).not.toContain('enter');
    expect(keysOf(workplace)).not.toContain('l');
    good.store.setState({ comment: { id: '1', text: 'Kind.', author: 'Anna', title: 'Kind', likes: 1 }, besideId: 'one' });
    expect(keysOf(workplace)).toContain('enter');
    workplace.goTo('reported');
    expect(keysOf(workplace)).not.toContain('enter');
  });

  it('tells of no page of which somebody has no right', async () => {
    const workplace = await aWorkplace(2, { ...ada, roles: [{ role: 'moderator', siteId: 'site' }] });
    expect(keysOf(workplace)).toContain('g s');
    expect(keysOf(workplace)).not.toContain('g t');
  });

  it('tells how a reason is given wherever one may be asked for', async () => {
    const workplace = await aWorkplace();
    expect(asksForReason(workplace)).toBe(true);
    workplace.goTo('readers');
    expect(asksForReason(workplace)).toBe(false);
    workplace.attend({ author: () => ({ id: 'bert', name: 'Bert' }), acts: workplace.acts });
    expect(asksForReason(workplace)).toBe(true);
  });
});
