import { createStore } from 'zustand/vanilla';
import type { InvitationView, InviteRequest, MadeInvitation, RoleChangeView, TeamMember, TeamRole } from '../../../contract/team';
import type { Session } from '../../session/session';
import { type PageProblem, pageProblemOf } from '../page-problem';
import type { TeamApi } from './team-api';

export interface TeamState {
  phase: 'loading' | 'ready' | 'failed';
  members: readonly TeamMember[];
  givable: readonly TeamRole[];
  invitations: readonly InvitationView[];
  changes: readonly RoleChangeView[];
  nextChanges: string | null;
  /** The invitation just made, with its link, which nobody can be shown again. */
  made: MadeInvitation | null;
  /** A change of a role that somebody has to say yes to. */
  asked: AskedChange | null;
  isUnderWay: boolean;
  problem: PageProblem | null;
}

export interface AskedChange {
  member: TeamMember;
  /** Null: it is taken. */
  to: TeamRole | null;
}

const empty: TeamState = {
  phase: 'loading',
  members: [],
  givable: [],
  invitations: [],
  changes: [],
  nextChanges: null,
  made: null,
  asked: null,
  isUnderWay: false,
  problem: null,
};

/** Who works on one site. What is changed is read anew: others change it too. */
export class Team {
  readonly store = createStore<TeamState>(() => empty);

  constructor(
    private readonly api: Pick<TeamApi, keyof TeamApi>,
    private readonly session: Pick<Session, 'keepGoing'>,
  ) {}

  async load(): Promise<void> {
    this.store.setState(empty);
    try {
      await this.read();
    } catch (error) {
      this.store.setState({ phase: 'failed', problem: pageProblemOf(error) });
    }
  }

  async showMoreChanges(): Promise<void> {
    const { nextChanges, isUnderWay } = this.store.getState();
    if (nextChanges === null || isUnderWay) return;
    await this.doing(async () => {
      const { changes, nextCursor } = await this.session.keepGoing(() => this.api.changes(nextChanges));
      this.store.setState((known) => ({ changes: [...known.changes, ...changes], nextChanges: nextCursor }));
    });
  }

  ask(asked: AskedChange | null): void {
    this.store.setState({ asked, problem: null });
  }

  /** What was asked is done. */
  async confirm(): Promise<void> {
    const { asked } = this.store.getState();
    if (asked === null) return;
    this.store.setState({ asked: null });
    const { id } = asked.member.reader;
    const { to } = asked;
    await this.change(() => (to === null ? this.api.take(id) : this.api.give(id, to)));
  }

  async invite(request: InviteRequest): Promise<boolean> {
    return this.change(async () => {
      this.store.setState({ made: null });
      this.store.setState({ made: await this.api.invite(request) });
    });
  }

  async revoke(id: string): Promise<void> {
    if (this.store.getState().made?.id === id) this.store.setState({ made: null });
    await this.change(() => this.api.revoke(id));
  }

  /** Whether it was done. */
  private async change(work: () => Promise<void>): Promise<boolean> {
    return this.doing(async () => {
      await this.session.keepGoing(work);
      await this.read();
    });
  }

  private async doing(work: () => Promise<void>): Promise<boolean> {
    if (this.store.getState().isUnderWay) return false;
    this.store.setState({ isUnderWay: true, problem: null });
    try {
      await work();
      return true;
    } catch (error) {
      this.store.setState({ problem: pageProblemOf(error) });
      return false;
    } finally {
      this.store.setState({ isUnderWay: false });
    }
  }

  private async read(): Promise<void> {
    const [team, invitations, page] = await this.session.keepGoing(() =>
      Promise.all([this.api.members(), this.api.invitations(), this.api.changes(null)]),
    );
    this.store.setState({ ...team, invitations, changes: page.changes, nextChanges: page.nextCursor, phase: 'ready' });
  }
}
