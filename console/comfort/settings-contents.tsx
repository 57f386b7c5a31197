import { Button, Checkbox, NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { signOut } from '../actions/sign-out';
import { filled } from '../catalogues/wording';
import { type ColourScheme, colourSchemes, type Language, languages } from '../preferences/preferences';
import { useWording } from '../view/wording-context';
import type { Workplace } from '../workplace';
import { texts as comfortTexts } from './texts';

/** Who is signed in, and what they like. */
export function SettingsContents({ workplace, name }: { workplace: Workplace; name: string }): ReactNode {
  const { texts, language } = useWording();
  const { settings } = comfortTexts[language];
  const preferences = useStore(workplace.preferences.store);
  const choose = workplace.preferences.choose.bind(workplace.preferences);
  const colourNames = { auto: texts.actions.systemColours, light: texts.actions.lightColours, dark: texts.actions.darkColours };
  const switches = { singleKeys: texts.frame.singleKeys, ...settings };
  return (
    <>
      <p className="quiet">{filled(texts.frame.account, { name })}</p>
      <NativeSelect
        label={texts.frame.colours}
        data={colourSchemes.map((value) => ({ value, label: colourNames[value] }))}
        value={preferences.colours}
        onChange={({ currentTarget }) => choose({ colours: currentTarget.value as ColourScheme })}
      />
      <NativeSelect
        label={texts.language}
        data={languages.map((value) => ({ value, label: texts.languageNames[value] }))}
        value={preferences.language}
        onChange={({ currentTarget }) => choose({ language: currentTarget.value as Language })}
      />
      {(['singleKeys', 'blur', 'civil', 'breaks'] as const).map((name) => (
        <Checkbox
          key={name}
          label={switches[name]}
          checked={preferences[name]}
          onChange={({ currentTarget }) => choose({ [name]: currentTarget.checked })}
        />
      ))}
      <Button variant="default" onClick={() => signOut.perform(workplace)}>
        {texts.actions.signOut}
      </Button>
    </>
  );
}
