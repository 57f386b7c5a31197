import { MantineProvider } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useStore } from 'zustand';
import type { Workplace } from '../workplace';
import { AtTheDoor } from './at-the-door';
import { Boundary } from './boundary';
import { Broken } from './broken';
import { nowhere, theme } from './theme';
import { WithWording } from './wording-context';
import { Work } from './work';

export function App({ workplace }: { workplace: Workplace }): ReactNode {
  const { colours } = useStore(workplace.preferences.store);
  const { wording } = useStore(workplace.spoken.store);
  const { language } = wording;
  const { me } = useStore(workplace.session.store);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      forceColorScheme={colours === 'auto' ? undefined : colours}
      colorSchemeManager={nowhere}
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <WithWording value={wording}>
        <Boundary at={me} instead={() => <Broken onTryAgain={() => location.reload()} />}>
          {me === null ? <AtTheDoor workplace={workplace} /> : <Work key={me.reader.id} workplace={workplace} me={me} />}
        </Boundary>
      </WithWording>
    </MantineProvider>
  );
}
