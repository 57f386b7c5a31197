import type { ReactNode } from 'react';
import type { MakeReasonRequest, ReasonGround, ReasonView } from '../../../contract/reasons';
import type { Workplace } from '../../workplace';
import { FormEnd } from './form-end';
import { ReasonFields } from './reason-fields';
import type { SettingsProblem } from './settings-problem';
import { useDrafted } from './use-drafted';
import { useSending } from './use-sending';

interface ReasonFormProps {
  workplace: Workplace;
  /** Of the drafts. */
  purpose: string;
  /** The one that is changed; without it a new one is added. */
  reason?: ReasonView;
  onSubmit(request: MakeReasonRequest): Promise<SettingsProblem | null>;
  /** It was sent, or left. */
  onDone?(): void;
}

const blank = { key: null, title: '', rule: '', ground: 'rules', isForReports: true } as const;

/** A standard reason is said in the language of whoever reads it, and has no title. */
export function ReasonForm({ workplace, purpose, reason, onSubmit, onDone }: ReasonFormProps): ReactNode {
  const { key, title, rule, ground, isForReports } = reason ?? blank;
  const hasTitle = key === null;
  const given = { title: title ?? '', rule: rule ?? '', ground, reports: isForReports ? 'yes' : '' };
  const drafted = useDrafted(workplace, purpose, given);
  const { values, drop } = drafted;
  const leave = (): void => {
    drop();
    onDone?.();
  };
  const send = async (): Promise<SettingsProblem | null> => {
    const common = { ground: values.ground as ReasonGround, rule: values.rule.trim() || null, isForReports: values.reports !== '' };
    const problem = await onSubmit((hasTitle ? { title: values.title.trim(), ...common } : common) as MakeReasonRequest);
    if (problem === null) leave();
    return problem;
  };
  const { form, problem, isUnderWay, submit } = useSending(() => (hasTitle && values.title.trim() === '' ? 'title' : undefined), send);
  return (
    <form className="settings-form" ref={form} noValidate onSubmit={submit}>
      <ReasonFields drafted={drafted} problem={problem} hasTitle={hasTitle} />
      <FormEnd problem={problem} isUnderWay={isUnderWay} isNew={reason === undefined} onLeave={leave} />
    </form>
  );
}
