import { Button, Checkbox, NativeSelect, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect } from 'react';
import { useStore } from 'zustand';
import { limits } from '../../../contract/limits';
import { type ScorerView, type WhenUnreachable, whenUnreachable } from '../../../contract/scorer';
import { filled } from '../../catalogues/wording';
import { useWording } from '../../view/wording-context';
import type { RulesDesk } from './rules-desk';
import { shownScorer, type TypedScorer } from './scorer-form';
import { TroubleTold } from './trouble-told';
import { useRulesTexts } from './use-rules-texts';

/** The last check: somebody else's opinion. */
export function ScorerSection({ desk, mayChange }: { desk: RulesDesk; mayChange: boolean }): ReactNode {
  const texts = useRulesTexts();
  const { isKnown, scorer, trouble } = useStore(desk.scorer.store);
  useEffect(() => void desk.scorer.load(), [desk]);
  return (
    <section aria-labelledby="rules-scorer">
      <h2 id="rules-scorer">{texts.scorer}</h2>
      {isKnown && <ScorerTold scorer={scorer} />}
      <p className="quiet">{texts.scorerHint}</p>
      <TroubleTold trouble={trouble} />
      {isKnown && mayChange && <ScorerFields desk={desk} />}
    </section>
  );
}

function ScorerTold({ scorer }: { scorer: ScorerView | null }): ReactNode {
  const wording = useWording();
  const texts = useRulesTexts();
  if (scorer === null || !scorer.isOn) return <p>{texts.scorerOff}</p>;
  const { url, holdFrom } = scorer;
  const sentence = filled(texts.scorerSentence, { host: new URL(url).host, holdFrom: wording.number(holdFrom) });
  return (
    <p>
      {sentence} {texts.scorerUnreachable[scorer.whenUnreachable]}
    </p>
  );
}

function ScorerFields({ desk: { scorer: form } }: { desk: RulesDesk }): ReactNode {
  const texts = useRulesTexts();
  const { scorer, typed, isUnderWay } = useStore(form.store);
  const fields = { shown: shownScorer(scorer, typed), onType: (one: Partial<TypedScorer>) => form.type(one) };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void form.save();
  };
  return (
    <form className="rules-new" onSubmit={submit} aria-labelledby="rules-scorer">
      <ScorerPlace {...fields} hasSecret={scorer?.hasSecret === true} />
      <ScorerLimits {...fields} />
      <div className="rules-buttons">
        <Button type="submit" variant="default" aria-busy={isUnderWay}>
          {texts.scorerSave}
        </Button>
        {scorer !== null && (
          <Button variant="subtle" aria-busy={isUnderWay} onClick={() => void form.forget()}>
            {texts.scorerForget}
          </Button>
        )}
      </div>
    </form>
  );
}

interface FieldsProps {
  shown: TypedScorer;
  onType(typed: Partial<TypedScorer>): void;
}

const { urlMaxLength, secretMaxLength, minMilliseconds, maxMilliseconds } = limits.scorer;
const required = { required: true, withAsterisk: false };

function ScorerPlace({ shown, hasSecret, onType }: FieldsProps & { hasSecret: boolean }): ReactNode {
  const texts = useRulesTexts();
  return (
    <>
      <TextInput
        {...required}
        label={texts.scorerUrl}
        type="url"
        maxLength={urlMaxLength}
        value={shown.url}
        onChange={({ currentTarget }) => onType({ url: currentTarget.value })}
      />
      <PasswordInput
        label={hasSecret ? texts.scorerSecretKept : texts.scorerSecret}
        autoComplete="off"
        maxLength={secretMaxLength}
        value={shown.secret}
        visibilityToggleButtonProps={{ 'aria-label': texts.scorerShowSecret }}
        onChange={({ currentTarget }) => onType({ secret: currentTarget.value })}
      />
    </>
  );
}

function ScorerLimits({ shown, onType }: FieldsProps): ReactNode {
  const texts = useRulesTexts();
  return (
    <>
      <TextInput
        {...required}
        label={texts.scorerHoldFrom}
        type="number"
        min={0}
        max={1}
        step="any"
        value={shown.holdFrom}
        onChange={({ currentTarget }) => onType({ holdFrom: currentTarget.value })}
      />
      <TextInput
        {...required}
        label={texts.scorerTimeLimit}
        type="number"
        min={minMilliseconds}
        max={maxMilliseconds}
        value={shown.timeLimit}
        onChange={({ currentTarget }) => onType({ timeLimit: currentTarget.value })}
      />
      <NativeSelect
        label={texts.scorerWhenUnreachable}
        data={whenUnreachable.map((value) => ({ value, label: texts.outcomes[value] }))}
        value={shown.whenUnreachable}
        onChange={({ currentTarget }) => onType({ whenUnreachable: currentTarget.value as WhenUnreachable })}
      />
      <Checkbox label={texts.scorerIsOn} checked={shown.isOn} onChange={({ currentTarget }) => onType({ isOn: currentTarget.checked })} />
    </>
  );
}
