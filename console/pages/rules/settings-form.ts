import type { ScreeningSettings } from '../../../contract/screening';

export type SettingName = keyof ScreeningSettings;

/** What somebody has typed into the fields of settings, as it stands there. */
export type Typed = Partial<Record<SettingName, string>>;

const domainFields: ReadonlySet<SettingName> = new Set(['trustedDomains', 'blockedDomains']);
/** What texts are compared with is kept for a day, so that these cannot be tried on those of a month. */
const notTried: ReadonlySet<SettingName> = new Set(['repeatsOfReader', 'repeatsOfOthers']);

export function shownSetting(settings: ScreeningSettings, name: SettingName): string {
  const value = settings[name];
  if (value === null) return '';
  return Array.isArray(value) ? value.join('\n') : String(value);
}

/** What is typed and is another setting than the one that is on. */
export function changedSettings(settings: ScreeningSettings, typed: Typed): Partial<ScreeningSettings> {
  const names = Object.keys(typed) as SettingName[];
  const changed = names.filter((name) => JSON.stringify(settingIn(name, typed[name] ?? '')) !== JSON.stringify(settings[name]));
  return Object.fromEntries(changed.map((name) => [name, settingIn(name, typed[name] ?? '')]));
}

/** Those of them that can be tried. */
export function triedSettings(changed: Partial<ScreeningSettings>): Partial<ScreeningSettings> {
  return Object.fromEntries(Object.entries(changed).filter(([name]) => !notTried.has(name as SettingName)));
}

function settingIn(name: SettingName, text: string): string[] | number | null {
  if (domainFields.has(name)) return linesOf(text);
  if (text.trim() === '') return name === 'maxLinks' ? null : 0;
  return Number(text);
}

/** One a line, each once. */
export function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ''))];
}
