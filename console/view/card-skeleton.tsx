import { Skeleton, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWording } from './wording-context';

const widths = ['70%', '90%', '85%', '40%', '60%'];

/** The shape of what is known of a reader. */
export function CardSkeleton(): ReactNode {
  const { reader: texts } = useWording().texts;
  return (
    <div className="card-skeleton" aria-busy="true">
      <VisuallyHidden role="status">{texts.loading}</VisuallyHidden>
      {widths.map((width) => (
        <Skeleton key={width} height="0.9rem" width={width} animate={false} />
      ))}
    </div>
  );
}
