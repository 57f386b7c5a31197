import { ofPerson } from '../../session/of-person';
import type { Workplace } from '../../workplace';
import { OpenList } from './open-list';
import { Rules } from './rules';
import { RulesApi } from './rules-api';
import { ScorerForm } from './scorer-form';
import { Trial } from './trial';

/** The stores of the page, for one person at one site. */
export class RulesDesk {
  readonly rules: Rules;
  readonly trial: Trial;
  readonly scorer: ScorerForm;
  private readonly lists = new Map<string, OpenList>();

  constructor({ api, session }: Pick<Workplace, 'api' | 'session'>, siteKey: string) {
    this.rules = new Rules(new RulesApi(api, siteKey), session);
    this.trial = new Trial(this.rules);
    this.scorer = new ScorerForm(this.rules);
  }

  /** What was tried last; what was typed of it is on then. */
  async switchOn(): Promise<void> {
    const listId = this.trial.store.getState().replay?.proposal.list?.id;
    if (!(await this.trial.switchOn())) return;
    this.rules.forgetWhatIsOn();
    const list = listId === undefined ? undefined : this.lists.get(listId);
    await list?.load();
    list?.forgetWhatIsThere();
  }

  list(id: string): OpenList {
    const list = this.lists.get(id) ?? new OpenList(this.rules, id);
    this.lists.set(id, list);
    return list;
  }
}

const desksOf = ofPerson((_: Workplace) => new Map<string, RulesDesk>());

/** What somebody has typed is still there when they come back from another page, and gone when they leave or somebody else signs in. */
export function deskOf(workplace: Workplace, siteKey: string): RulesDesk {
  const known = desksOf(workplace);
  const desk = known.get(siteKey) ?? new RulesDesk(workplace, siteKey);
  known.set(siteKey, desk);
  return desk;
}
