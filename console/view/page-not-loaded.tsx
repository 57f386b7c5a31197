import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWording } from './wording-context';

/** A part of the console did not come: the connection is gone, or the service has become a newer one, whose parts have other names. */
export function PageNotLoaded({ onTryAgain }: { onTryAgain(): void }): ReactNode {
  const { pages, frame } = useWording().texts;
  return (
    <section className="nothing" role="alert">
      <h2>{pages.failed}</h2>
      <Button onClick={onTryAgain}>{frame.tryAgain}</Button>
    </section>
  );
}
