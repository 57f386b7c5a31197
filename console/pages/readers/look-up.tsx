import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { PageFrame } from '../../view/page-frame';
import { useWording } from '../../view/wording-context';
import type { Workplace } from '../../workplace';
import { AuthorField } from '../search/author-field';
import { SearchApi } from '../search/search-api';
import { texts } from './texts';

interface LookUpProps {
  workplace: Workplace;
  siteKey: string;
}

const nobody = { reader: '', name: '' };

/** A reader by a part of the name. */
export function LookUp({ workplace, siteKey }: LookUpProps): ReactNode {
  const words = texts[useWording().language];
  const api = useMemo(() => new SearchApi(workplace.api, siteKey), [workplace, siteKey]);
  const field = useRef<HTMLDivElement>(null);
  useEffect(() => field.current?.querySelector('input')?.focus(), []);
  return (
    <PageFrame title={words.title}>
      <p className="quiet">{words.lookUp}</p>
      <div className="reader-look-up" ref={field}>
        <AuthorField
          workplace={workplace}
          api={api}
          wanted={nobody}
          onChoose={({ reader }) => workplace.places.go({ siteKey, page: 'readers', id: reader })}
        />
      </div>
    </PageFrame>
  );
}
