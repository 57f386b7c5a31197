/** One part of the console: the settings, and what makes a long shift bearable. */
import './comfort.css';

export { CivilCard } from './civil-card';
export { Comfort } from './comfort';
export { RuleFilter } from './rule-filter';
export { SettingsContents } from './settings-contents';
export { ShiftCounter } from './shift-counter';
