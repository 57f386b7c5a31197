import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { type PageName, pageNames } from '../places/pages';
import { pathOf } from '../places/place';
import type { Workplace } from '../workplace';
import { follow } from './follow';
import { useWording } from './wording-context';

/** The pages beside what is shown, where there is room. */
export function NavigationRail({ workplace }: { workplace: Workplace }): ReactNode {
  const { pages } = useWording().texts;
  const { place } = useStore(workplace.places.store);
  if (place === undefined) return null;
  return (
    <nav className="rail" aria-label={pages.title}>
      {usablePages(workplace).map((page) => (
        <a
          key={page}
          href={pathOf({ siteKey: place.siteKey, page })}
          aria-current={page === place.page ? 'page' : undefined}
          onClick={(event) => follow(event, () => workplace.goTo(page))}
        >
          {pages[page]}
        </a>
      ))}
    </nav>
  );
}

/** The same in one field of the top, where there is little room. */
export function NavigationSelect({ workplace }: { workplace: Workplace }): ReactNode {
  const { pages } = useWording().texts;
  const { place } = useStore(workplace.places.store);
  return (
    <NativeSelect
      className="page-select"
      size="xs"
      aria-label={pages.title}
      data={usablePages(workplace).map((page) => ({ value: page, label: pages[page] }))}
      value={place?.page}
      onChange={({ currentTarget }) => workplace.goTo(currentTarget.value as PageName)}
    />
  );
}

function usablePages(workplace: Workplace): PageName[] {
  return pageNames.filter((page) => workplace.mayUse(page));
}
