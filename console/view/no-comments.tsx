import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Trouble } from '../queue/trouble';
import { useWording } from './wording-context';

interface NoCommentsProps {
  trouble: Trouble | null;
  /** Of what waits, only a part was asked for. */
  isPart?: boolean;
  onTryAgain?(): void;
}

/** The place of the comments when there are none, or none could be loaded. */
export function NoComments({ trouble, isPart, onTryAgain }: NoCommentsProps): ReactNode {
  const { held, frame } = useWording().texts;
  if (trouble === null)
    return (
      <section className="nothing">
        <h2>{isPart ? held.emptyPart : held.empty}</h2>
        {!isPart && <p className="quiet">{held.emptyExplanation}</p>}
      </section>
    );
  return (
    <section className="nothing">
      <h2>{held.failed}</h2>
      <Button onClick={onTryAgain}>{frame.tryAgain}</Button>
    </section>
  );
}
