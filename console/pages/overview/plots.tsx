import { AreaChart, BarChart, LineChart } from '@mantine/charts';
import type { ReactNode } from 'react';
import type { Overview } from '../../../contract/overview';
import { filled } from '../../catalogues/wording';
import { useWording } from '../../view/wording-context';
import { Plot } from './plot';
import { minutes, rates, shares, sum } from './points';
import { texts } from './texts';

/** Still, drawn at once, and nothing in it for the keyboard: that has the table. */
const still = { h: 220, withDots: false, strokeWidth: 2 } as const;
const drawn = { isAnimationActive: false };
const unreached = { accessibilityLayer: false };
const accent = 'var(--accent)';
const second = 'var(--danger)';
const quiet = 'var(--quiet)';

export function RatePlot({ overview }: { overview: Overview }): ReactNode {
  const wording = useWording();
  const words = texts[wording.language];
  const points = rates(overview).map(({ time, perHour }) => ({ time: timeOf(overview, time), perHour }));
  return (
    <Plot title={words.rate} columns={[words.time, words.comments]} rows={points.map(({ time, perHour }) => [time, perHour])}>
      <AreaChart
        {...still}
        areaProps={drawn}
        areaChartProps={unreached}
        data={points}
        dataKey="time"
        xAxisProps={{ minTickGap: 40 }}
        yAxisProps={{ allowDecimals: false }}
        series={[{ name: 'perHour', label: words.rate, color: accent }]}
        valueFormatter={(value) => wording.number(value)}
        curveType="linear"
        withGradient={false}
      />
    </Plot>
  );

  function timeOf({ days }: Overview, time: string): string {
    return days === 7 ? wording.moment(time) : wording.day(time);
  }
}

export function SharePlot({ overview }: { overview: Overview }): ReactNode {
  const wording = useWording();
  const words = texts[wording.language];
  const points = shares(overview).map((point) => ({ ...point, time: wording.day(point.time) }));
  return (
    <Plot
      title={words.share}
      columns={[words.time, words.comments, words.held]}
      rows={points.map(({ time, comments, heldPercent }) => [time, comments, heldPercent])}
    >
      <LineChart
        {...still}
        withDots
        lineProps={drawn}
        lineChartProps={unreached}
        data={points}
        dataKey="time"
        series={[{ name: 'heldPercent', label: words.held, color: accent }]}
        valueFormatter={(value) => wording.number(value)}
        yAxisProps={{ domain: [0, 100] }}
        curveType="linear"
      />
    </Plot>
  );
}

export function WaitPlot({ overview: { waits, decisions } }: { overview: Overview }): ReactNode {
  const wording = useWording();
  const words = texts[wording.language];
  const points = waits.map(({ day, medianSeconds, p90Seconds }) => ({
    time: wording.day(`${day}T12:00:00Z`),
    median: minutes(medianSeconds),
    p90: minutes(p90Seconds),
  }));
  return (
    <Plot
      title={words.wait}
      note={wording.plural(words.counted, decisions)}
      columns={[words.time, words.median, words.p90]}
      rows={points.map(({ time, median, p90 }) => [time, median, p90])}
    >
      <LineChart
        {...still}
        withDots
        withLegend
        lineProps={drawn}
        lineChartProps={unreached}
        data={points}
        dataKey="time"
        series={[
          { name: 'median', label: words.median, color: accent },
          { name: 'p90', label: words.p90, color: second, strokeDasharray: '5 3' },
        ]}
        valueFormatter={(value) => wording.number(value)}
        curveType="linear"
      />
    </Plot>
  );
}

export function RulesPlot({ overview: { rules, decisions } }: { overview: Overview }): ReactNode {
  const wording = useWording();
  const words = texts[wording.language];
  const points = rules.map(({ rule, published, rejected }) => ({ rule: words.ruleNames[rule ?? 'none'], published, rejected }));
  return (
    <Plot
      title={words.rules}
      note={wording.plural(words.counted, decisions)}
      columns={[words.rule, words.published, words.rejected]}
      rows={points.map(({ rule, published, rejected }) => [rule, published, rejected])}
    >
      <BarChart
        h={220}
        maxBarWidth={28}
        type="stacked"
        orientation="vertical"
        withLegend
        barProps={drawn}
        barChartProps={unreached}
        data={points}
        dataKey="rule"
        yAxisProps={{ width: 110 }}
        series={[
          { name: 'published', label: words.published, color: accent },
          { name: 'rejected', label: words.rejected, color: second },
        ]}
        valueFormatter={(value) => wording.number(value)}
      />
    </Plot>
  );
}

export function AppealsPlot({ overview: { appeals } }: { overview: Overview }): ReactNode {
  const wording = useWording();
  const words = texts[wording.language];
  const points = appeals.map(({ day, ...counts }) => ({ time: wording.day(`${day}T12:00:00Z`), ...counts }));
  const [decided, overturned] = [sum(appeals, 'decided'), sum(appeals, 'overturned')];
  return (
    <Plot
      title={words.appeals}
      note={filled(wording.plural(words.overturnedOf, decided), { overturned: wording.number(overturned) })}
      columns={[words.time, words.made, words.decided, words.overturned]}
      rows={points.map(({ time, made, decided, overturned }) => [time, made, decided, overturned])}
    >
      <BarChart
        h={220}
        maxBarWidth={28}
        withLegend
        barProps={drawn}
        barChartProps={unreached}
        data={points}
        dataKey="time"
        xAxisProps={{ minTickGap: 40 }}
        yAxisProps={{ allowDecimals: false }}
        series={[
          { name: 'made', label: words.made, color: quiet },
          { name: 'decided', label: words.decided, color: accent },
          { name: 'overturned', label: words.overturned, color: second },
        ]}
        valueFormatter={(value) => wording.number(value)}
      />
    </Plot>
  );
}
