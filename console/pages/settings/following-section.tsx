import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { useWording } from '../../view/wording-context';
import { PageState } from '../page-state';
import type { SettingsProps } from './reasons-section';
import { texts } from './texts';

/** Who may read which reader follows whom. */
export function FollowingSection({ settings, mayEdit }: SettingsProps): ReactNode {
  const words = texts[useWording().language];
  const { phase, items, problem } = useStore(settings.following.store);
  const isOn = items[0]?.areListsPublic ?? false;
  return (
    <section aria-labelledby="settings-following">
      <h2 id="settings-following">{words.following}</h2>
      <PageState phase={phase} problem={problem} onTryAgain={() => void settings.following.load()}>
        {mayEdit ? (
          <Checkbox
            label={words.showLists}
            description={words.showListsHint}
            checked={isOn}
            onChange={({ currentTarget }) => void settings.showLists(currentTarget.checked)}
          />
        ) : (
          <p>{isOn ? words.listsAreShown : words.listsAreNotShown}</p>
        )}
      </PageState>
    </section>
  );
}
