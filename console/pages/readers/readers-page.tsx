import type { ReactNode } from 'react';
import type { PageProps } from '../page-props';
import { LookUp } from './look-up';
import { ReaderShown } from './reader-shown';
import './readers.css';

/** One reader, by the address, or the way to one. */
export function ReadersPage({ workplace, place: { siteKey, id } }: PageProps): ReactNode {
  if (id === undefined) return <LookUp workplace={workplace} siteKey={siteKey} />;
  return <ReaderShown key={id} workplace={workplace} siteKey={siteKey} readerId={id} />;
}
