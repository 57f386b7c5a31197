import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWording } from './wording-context';

/** The place of what has failed by a fault of ours. */
export function Broken({ onTryAgain }: { onTryAgain(): void }): ReactNode {
  const { pages } = useWording().texts;
  return (
    <section className="nothing" role="alert">
      <h2>{pages.broken}</h2>
      <p>{pages.brokenExplanation}</p>
      <Button onClick={onTryAgain}>{pages.loadAgain}</Button>
    </section>
  );
}
