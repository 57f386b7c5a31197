import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useStore } from 'zustand';
import { type ThreadMode, threadModes } from '../../../contract/conversation';
import { limits } from '../../../contract/limits';
import type { ThreadInConsole, ThreadSettings } from '../../../contract/thread-settings';
import { filled, isolated, type Wording } from '../../catalogues/wording';
import { KeyHint } from '../../view/key-hint';
import { useWording } from '../../view/wording-context';
import { localMinute, timeOfLocalMinute } from './local-minute';
import { problemText } from './problem';
import { type ThreadTexts, texts } from './texts';
import type { SettingName, ThreadDesk } from './thread-desk';

const usualSlowSeconds = [30, 60, 120, 300, 600, 1_800, 3_600];

interface SettingsFormProps {
  desk: ThreadDesk;
  thread: ThreadInConsole;
  mayEdit: boolean;
}

export function SettingsForm({ desk, thread, mayEdit }: SettingsFormProps): ReactNode {
  const wording = useWording();
  const words = texts[wording.language];
  const { draft } = useStore(desk.store);
  const settings: ThreadSettings = { ...thread, ...(mayEdit && draft) };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void desk.save();
  };
  return (
    <form className="thread-settings" aria-labelledby="thread-settings-title" onSubmit={submit}>
      <h2 id="thread-settings-title">{words.settings}</h2>
      {!mayEdit && <p className="quiet">{words.onlyEditors}</p>}
      <NativeSelect
        label={words.mode}
        data={threadModes.map((mode) => ({ value: mode, label: words.modes[mode] }))}
        value={settings.mode}
        disabled={!mayEdit}
        onChange={({ currentTarget }) => desk.edit({ mode: currentTarget.value as ThreadMode })}
      />
      <TextInput
        type="datetime-local"
        label={words.closesAt}
        description={words.closesAtHint}
        value={localMinute(settings.closesAt)}
        disabled={!mayEdit}
        onChange={({ currentTarget }) => desk.edit({ closesAt: timeOfLocalMinute(currentTarget.value) })}
      />
      <NativeSelect
        label={words.slowSeconds}
        data={slowChoices(settings.slowSeconds, words, wording)}
        value={String(settings.slowSeconds ?? 0)}
        disabled={!mayEdit}
        onChange={({ currentTarget }) => desk.edit({ slowSeconds: Number(currentTarget.value) || null })}
      />
      <TextInput
        label={words.question}
        description={words.questionHint}
        dir="auto"
        value={settings.question ?? ''}
        maxLength={limits.thread.questionMaxLength}
        disabled={!mayEdit}
        autoComplete="off"
        onChange={({ currentTarget }) => desk.edit({ question: currentTarget.value || null })}
      />
      {mayEdit && <Saving desk={desk} />}
      <Told desk={desk} thread={thread} mayEdit={mayEdit} />
    </form>
  );
}

function Saving({ desk }: { desk: ThreadDesk }): ReactNode {
  const words = texts[useWording().language];
  const { draft, saving } = useStore(desk.store);
  const isChanged = Object.keys(draft).length > 0;
  return (
    <div className="thread-save">
      <Button type="submit" aria-disabled={!isChanged} rightSection={<KeyHint action={{ key: 'mod+s' }} />}>
        {saving === 'underWay' ? words.saving : words.save}
      </Button>
      <Button variant="subtle" aria-disabled={!isChanged} onClick={() => desk.forgetTyped()}>
        {words.forget}
      </Button>
      <span className="quiet" role="status">
        {saving === 'done' ? words.saved : isChanged && words.unsaved}
      </span>
    </div>
  );
}

/** What did not work, and what saving would put away. */
function Told({ desk, thread, mayEdit }: SettingsFormProps): ReactNode {
  const wording = useWording();
  const words = texts[wording.language];
  const { setMeanwhile, problem } = useStore(desk.store);
  return (
    <div className="problem" role="alert">
      {problem && <p>{problemText(problem, words)}</p>}
      {mayEdit &&
        setMeanwhile.map((name) => (
          <p key={name}>{filled(words.setMeanwhile, { setting: words[name], value: isolated(inWords(thread, name, wording)) })}</p>
        ))}
    </div>
  );
}

function inWords({ mode, closesAt, slowSeconds, question }: ThreadSettings, name: SettingName, wording: Wording): string {
  const words = texts[wording.language];
  const every = (seconds: number): string => filled(words.slowEvery, { time: durationOf(seconds, wording) });
  const values: Record<SettingName, string | null> = {
    mode: words.modes[mode],
    closesAt: closesAt && wording.moment(closesAt),
    slowSeconds: slowSeconds === null ? words.slowOff : every(slowSeconds),
    question,
  };
  return values[name] ?? words.notSet;
}

/** The usual ones, and what is set. */
function slowChoices(set: number | null, words: ThreadTexts, wording: Wording): { value: string; label: string }[] {
  const seconds = [...new Set([...usualSlowSeconds, ...(set === null ? [] : [set])])].sort((one, other) => one - other);
  const every = seconds.map((each) => ({ value: String(each), label: filled(words.slowEvery, { time: durationOf(each, wording) }) }));
  return [{ value: '0', label: words.slowOff }, ...every];
}

function durationOf(seconds: number, { language }: Wording): string {
  const [count, unit] = seconds % 60 === 0 ? [seconds / 60, 'minute'] : [seconds, 'second'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}
