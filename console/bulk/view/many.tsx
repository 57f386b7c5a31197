import { type ReactNode, useEffect, useMemo, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { limits } from '../../../contract/limits';
import type { ScreeningRule } from '../../../contract/screening';
import { ruleNames } from '../../catalogues/rule-names';
import { filled, type Wording } from '../../catalogues/wording';
import { ActionButton } from '../../view/action-button';
import { useWording } from '../../view/wording-context';
import type { Workplace } from '../../workplace';
import { BegunJobs } from '../begun-jobs';
import { type ManyActions, manyActions, offeredBy } from '../many-actions';
import { isRestriction, ManyDesk, type ManyList } from '../many-desk';
import { texts } from '../texts';
import './bulk.css';
import { JobNotice } from './job-notice';
import { ManySheets } from './many-sheets';

interface ManyProps {
  workplace: Workplace;
  /** The same as long as it is the same list. */
  list: ManyList;
}

/** Below a list: what is selected in it, what there is to do with it or with all that there is, and what became of that. */
export function Many({ workplace, list }: ManyProps): ReactNode {
  const words = texts[useWording().language];
  const { desk, jobs, actions } = useMemo(() => {
    const begun = BegunJobs.of(workplace);
    const made = new ManyDesk(workplace, list, begun);
    return { desk: made, jobs: begun, actions: manyActions(made) };
  }, [workplace, list]);
  useEffect(() => desk.begin(), [desk]);
  useEffect(() => workplace.offer(offeredBy(actions, list.verdicts)), [workplace, actions, list]);
  const { last } = useStore(jobs.store);
  return (
    <>
      <div className="many-bar" role="toolbar" aria-label={words.bar}>
        <Selecting workplace={workplace} desk={desk} actions={actions} />
      </div>
      {last !== null && <JobNotice workplace={workplace} job={last} onUndo={() => void jobs.undo(last)} onDismiss={() => jobs.dismiss()} />}
      <ManySheets workplace={workplace} desk={desk} jobs={jobs} />
    </>
  );
}

interface SelectingProps {
  workplace: Workplace;
  desk: ManyDesk;
  actions: ManyActions;
}

const button = { size: 'xs', variant: 'default' } as const;

function Selecting({ workplace, desk, actions }: SelectingProps): ReactNode {
  const wording = useWording();
  const words = texts[wording.language];
  useStore(workplace.selected);
  const { selection, list } = desk;
  useSyncExternalStore(list.subscribe, list.state);
  const count = selection.comments.length;
  const selected = selection.isFull
    ? filled(words.full, { count: wording.number(limits.bulk.maxSelected) })
    : wording.plural(words.selected, count);
  return (
    <>
      <ActionButton
        {...button}
        action={actions.select}
        label={selection.has(list.focusedId()) ? words.deselect : words.select}
        isPossible={actions.select.isPossible()}
        onPerform={actions.select.perform}
      />
      <span className="many-count" role="status">
        {count > 0 && selected}
      </span>
      {count > 0 ? <Verdicts desk={desk} actions={actions} /> : <AllButton desk={desk} action={actions.all} />}
    </>
  );
}

/** On those of the selection that can be decided on so. */
function Verdicts({ desk, actions }: Pick<SelectingProps, 'desk' | 'actions'>): ReactNode {
  const wording = useWording();
  const words = texts[wording.language];
  const { possible } = desk;
  return (
    <>
      {possible.map((verdict) => (
        <ActionButton
          key={verdict}
          size="xs"
          variant="light"
          {...(isRestriction(verdict) && { color: 'red' })}
          action={actions[verdict]}
          label={filled(words.verdictsOn[verdict], { count: wording.number(desk.selectedFor(verdict).length) })}
          isPossible
          onPerform={actions[verdict].perform}
        />
      ))}
      <ActionButton {...button} variant="subtle" action={actions.clear} isPossible onPerform={actions.clear.perform} />
    </>
  );
}

function AllButton({ desk, action }: { desk: ManyDesk; action: ManyActions['all'] }): ReactNode {
  const wording = useWording();
  const words = texts[wording.language];
  if (action === null) return null;
  const { count, filter } = desk.list.all() ?? {};
  const what = filter?.rule === undefined ? wording.action(action) : ruledInWords(wording, filter.rule);
  const label = count ? filled(words.allCounted, { what, count: `${wording.number(count.count)}${count.isMore ? '+' : ''}` }) : what;
  return <ActionButton {...button} action={action} label={label} isPossible={action.isPossible()} onPerform={action.perform} />;
}

/** The filter of Held, which the name of the action does not tell. */
function ruledInWords({ language }: Wording, rule: ScreeningRule): string {
  return filled(texts[language].allOfRule, { rule: ruleNames[language][rule] });
}
