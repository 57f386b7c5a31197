import { NativeSelect } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { type OverviewDays, overviewDays } from '../../../contract/overview';
import { PageFrame } from '../../view/page-frame';
import { useWording } from '../../view/wording-context';
import type { PageProps } from '../page-props';
import { PageState } from '../page-state';
import { Lately } from './lately';
import './overview.css';
import { OverviewApi } from './overview-api';
import { AppealsPlot, RatePlot, RulesPlot, SharePlot, WaitPlot } from './plots';
import { texts } from './texts';

/** How a site went in the last days, in plots. */
export function OverviewPage({ workplace, place }: PageProps): ReactNode {
  const wording = useWording();
  const words = texts[wording.language];
  const [lately] = useState(() => new Lately(new OverviewApi(workplace.api, place.siteKey), workplace.session));
  const { phase, problem, days, overview } = useStore(lately.store);
  useEffect(() => void lately.load(), [lately]);
  const span = (
    <NativeSelect
      size="xs"
      aria-label={words.span}
      data={overviewDays.map((count) => ({ value: String(count), label: wording.plural(words.days, count) }))}
      value={String(days)}
      onChange={({ currentTarget }) => void lately.choose(Number(currentTarget.value) as OverviewDays)}
    />
  );
  return (
    <PageFrame title={words.title} aside={span}>
      <PageState phase={phase} problem={problem} onTryAgain={() => void lately.load()}>
        {overview !== null && (
          <div className="plots">
            <RatePlot overview={overview} />
            <SharePlot overview={overview} />
            <WaitPlot overview={overview} />
            <RulesPlot overview={overview} />
            <AppealsPlot overview={overview} />
          </div>
        )}
      </PageState>
    </PageFrame>
  );
}
