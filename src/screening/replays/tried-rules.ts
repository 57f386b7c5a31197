import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { changedWordList } from '../changed-word-list';
import { ScreeningRepository } from '../screening.repository';
import { ScreeningPolicies } from '../screening-policies';
import { compilePolicy, type ListedWords, type ScreeningPolicy } from '../screening-policy';
import { ScreeningSettingsRepository, type WordList } from '../screening-settings.repository';
import type { Replay } from './replay';

/** The rules that are on, and those that are proposed, made ready. */
export interface TriedRules {
  before: ScreeningPolicy;
  after: ScreeningPolicy;
}

/** A replay comes back for its next batch in moments; of some sites at once each process remembers this. */
const maxReplays = 4;

@Injectable()
export class TriedRulesLoader {
  private readonly ready = new LRUCache<string, TriedRules>({ max: maxReplays });

  constructor(
    private readonly policies: ScreeningPolicies,
    private readonly screening: ScreeningRepository,
    private readonly settings: ScreeningSettingsRepository,
  ) {}

  /** Undefined where the rules of the site are not those any more that the proposal was made for. */
  async load(replay: Replay): Promise<TriedRules | undefined> {
    if ((await this.settings.findSettings(replay.siteId)).version !== replay.version) return undefined;
    const ready = this.ready.get(replay.id) ?? (await this.read(replay));
    if (ready !== undefined) this.ready.set(replay.id, ready);
    return ready;
  }

  forget({ id }: Replay): void {
    this.ready.delete(id);
  }

  private async read({ siteId, version, proposal }: Replay): Promise<TriedRules | undefined> {
    const before = await this.policies.load(siteId, version);
    const settings = { ...before.settings, ...proposal.settings };
    if (proposal.list === undefined) return before.version === version ? { before, after: { ...before, settings } } : undefined;
    const { id, ...change } = proposal.list;
    const list = await this.settings.findList(siteId, id);
    // Read last: versions only grow, so that what was read before belongs to the same one.
    const stored = await this.screening.findPolicy(siteId);
    if (stored.version !== version || list === undefined) return undefined;
    return { before, after: compilePolicy({ ...stored, settings, lists: withList(stored.lists, changedWordList(list, change)) }) };
  }
}

/** A name belongs to one list of a site. */
function withList(lists: readonly ListedWords[], changed: WordList): ListedWords[] {
  const others = lists.filter(({ name }) => name !== changed.name);
  return changed.isOn ? [...others, changed] : others;
}
