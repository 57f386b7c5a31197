import { type ReactNode, useId } from 'react';
import type { ScreeningSettings } from '../../../contract/screening';
import { type SettingName, shownSetting, type Typed } from './settings-form';
import { useRulesTexts } from './use-rules-texts';

export interface SettingFieldProps {
  name: SettingName;
  settings: ScreeningSettings;
  typed: Typed;
  onType(name: SettingName, text: string): void;
}

const largest: Partial<Record<SettingName, number>> = { newReaderHours: 720, rejectionDays: 90 };

/** A number, or domains, one a line. */
export function SettingField({ name, settings, typed, onType }: SettingFieldProps): ReactNode {
  const { fields } = useRulesTexts();
  const id = useId();
  const value = typed[name] ?? shownSetting(settings, name);
  return (
    <div className="rules-field">
      <label htmlFor={id}>{fields[name]}</label>
      {Array.isArray(settings[name]) ? (
        <textarea id={id} rows={3} value={value} spellCheck={false} onChange={({ currentTarget }) => onType(name, currentTarget.value)} />
      ) : (
        <input
          id={id}
          type="number"
          min={name === 'rejectionDays' ? 1 : 0}
          max={largest[name] ?? 100}
          value={value}
          onChange={({ currentTarget }) => onType(name, currentTarget.value)}
        />
      )}
    </div>
  );
}
