import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ReaderHistory, SanctionView } from '../../../contract/sanctions';
import { filled, isolated, type Wording } from '../../catalogues/wording';
import { useWording } from '../../view/wording-context';
import { Notes } from './notes';
import type { ReaderDoing } from './reader-doing';
import { Removed } from './removed';
import { texts as textsByLanguage } from './texts';

interface ReaderCardProps {
  history: ReaderHistory;
  now: number;
  doing: ReaderDoing;
}

const statuses = ['published', 'held', 'rejected', 'removed', 'withdrawn'] as const;

/** What moderators of the site know of a reader. */
export function ReaderCard({ history: { reader, comments, sanctions, notes }, now, doing }: ReaderCardProps): ReactNode {
  const wording = useWording();
  const texts = textsByLanguage[wording.language];
  const inForce = sanctions.filter(({ isInForce }) => isInForce);
  const past = sanctions.filter(({ isInForce }) => !isInForce);
  return (
    <>
      <p className="quiet">{filled(texts.joined, { time: `${wording.moment(reader.joinedAt)} (${wording.ago(reader.joinedAt, now)})` })}</p>
      <ul className="counts">
        {statuses.map((status) => (
          <li key={status} data-none={comments[status] === 0 || undefined}>
            <b>{wording.number(comments[status])}</b> {wording.texts.statuses[status]}
          </li>
        ))}
      </ul>
      {sanctions.length === 0 && <p className="quiet">{texts.noSanctions}</p>}
      <Sanctions title={texts.inForce} sanctions={inForce} now={now} doing={doing} />
      <Sanctions title={texts.past} sanctions={past} now={now} doing={doing} />
      <Notes notes={notes} now={now} doing={doing} />
    </>
  );
}

/** What it is, how far it reaches, and until when. */
export function sanctionInWords(wording: Wording, { kind, endsAt, isEverywhere }: SanctionView): string {
  const texts = textsByLanguage[wording.language];
  const end = endsAt === null ? [] : [filled(texts.until, { time: wording.moment(endsAt) })];
  return [texts.kinds[kind], ...end, ...(isEverywhere ? [texts.everywhere] : [])].join(', ');
}

interface SanctionsProps extends Pick<ReaderCardProps, 'now' | 'doing'> {
  title: string;
  sanctions: readonly SanctionView[];
}

function Sanctions({ title, sanctions, now, doing }: SanctionsProps): ReactNode {
  const wording = useWording();
  const texts = textsByLanguage[wording.language];
  if (sanctions.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="entries" aria-label={title}>
        {sanctions.map((sanction) => (
          <li key={sanction.id} data-in-force={sanction.isInForce || undefined}>
            <span className="entry-head">
              <b>{sanctionInWords(wording, sanction)}</b>
              {doing.mayLift(sanction) && (
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={`${texts.lift}: ${sanctionInWords(wording, sanction)}`}
                  onClick={() => doing.lift(sanction)}
                >
                  {texts.lift}
                </Button>
              )}
            </span>
            <span className="quiet">{[made(wording, sanction, now), ...after(wording, sanction)].join(' · ')}</span>
            {sanction.message !== null && <q dir="auto">{sanction.message}</q>}
            <Removed sanction={sanction} doing={doing} />
          </li>
        ))}
      </ul>
    </>
  );
}

function made(wording: Wording, { reason, madeBy, madeAt }: SanctionView, now: number): string {
  const texts = textsByLanguage[wording.language];
  return filled(texts.made, { reason: isolated(wording.reason(reason)), name: isolated(madeBy.name), time: wording.ago(madeAt, now) });
}

/** What became of it. */
function after(wording: Wording, { kind, acknowledgedAt, lifted, isInForce }: SanctionView): string[] {
  const texts = textsByLanguage[wording.language];
  if (lifted !== null) return [filled(texts.lifted, { name: isolated(lifted.by.name) })];
  if (kind === 'warn') return [acknowledgedAt === null ? texts.unread : texts.read];
  return isInForce ? [] : [texts.over];
}
