import { Skeleton, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWording } from './wording-context';

const rows = ['one', 'two', 'three', 'four', 'five', 'six'];
const lines = ['100%', '96%', '60%'];

/** The shape of the list that is being loaded. */
export function RowsSkeleton(): ReactNode {
  const { held } = useWording().texts;
  return (
    <>
      <VisuallyHidden role="status">{held.loading}</VisuallyHidden>
      {rows.map((row) => (
        <div key={row} className="held-row">
          <Skeleton className="row-author" height="0.8rem" width="40%" animate={false} />
          <Skeleton className="row-text" height="2rem" animate={false} />
        </div>
      ))}
    </>
  );
}

/** And of what will be read. */
export function PaneSkeleton(): ReactNode {
  return (
    <section className="pane" aria-hidden="true">
      <div className="pane-scroll">
        <article>
          <Skeleton height="1.4rem" width="30%" animate={false} />
          {lines.map((width) => (
            <Skeleton key={width} height="1rem" width={width} mt="md" animate={false} />
          ))}
        </article>
      </div>
    </section>
  );
}

/** Of a page that is not known yet. */
export function PageSkeleton({ label }: { label: string }): ReactNode {
  return (
    <div className="page-skeleton" aria-busy="true">
      <VisuallyHidden role="status">{label}</VisuallyHidden>
      {rows.map((row) => (
        <Skeleton key={row} height="2.5rem" animate={false} />
      ))}
    </div>
  );
}
