import { Button, Checkbox, NativeSelect, Popover } from '@mantine/core';
import type { ReactNode } from 'react';
import { filled } from '../catalogues/wording';
import { type ColourScheme, colourSchemes, type Language, languages, type Preferences } from '../preferences/preferences';
import { useWording } from './wording-context';

interface SettingsProps {
  isOpen: boolean;
  name: string;
  preferences: Preferences;
  onChoose(chosen: Partial<Preferences>): void;
  onSignOut(): void;
  onToggle(): void;
  onClose(): void;
}

export function Settings({ isOpen, name, preferences, onChoose, onSignOut, onToggle, onClose }: SettingsProps): ReactNode {
  const { texts } = useWording();
  const colourNames = { auto: texts.actions.systemColours, light: texts.actions.lightColours, dark: texts.actions.darkColours };
  return (
    <Popover opened={isOpen} onDismiss={onClose} position="bottom-end" width={260}>
      <Popover.Target>
        <Button variant="default" size="xs" onClick={onToggle}>
          {texts.frame.settings}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className="settings" aria-label={texts.frame.settings}>
        <p className="quiet">{filled(texts.frame.account, { name })}</p>
        <NativeSelect
          label={texts.frame.colours}
          data={colourSchemes.map((value) => ({ value, label: colourNames[value] }))}
          value={preferences.colours}
          onChange={({ currentTarget }) => onChoose({ colours: currentTarget.value as ColourScheme })}
        />
        <NativeSelect
          label={texts.language}
          data={languages.map((value) => ({ value, label: texts.languageNames[value] }))}
          value={preferences.language}
          onChange={({ currentTarget }) => onChoose({ language: currentTarget.value as Language })}
        />
        <Checkbox
          label={texts.frame.singleKeys}
          checked={preferences.singleKeys}
          onChange={({ currentTarget }) => onChoose({ singleKeys: currentTarget.checked })}
        />
        <Button variant="default" onClick={onSignOut}>
          {texts.actions.signOut}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
