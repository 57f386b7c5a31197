import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import type { AuthorView } from '../../../contract/conversation';
import { limits } from '../../../contract/limits';
import { filled, isolated } from '../../catalogues/wording';
import { useWording } from '../../view/wording-context';
import type { Workplace } from '../../workplace';
import type { SearchApi } from './search-api';
import type { Wanted } from './search-query';
import { texts } from './texts';

interface AuthorFieldProps {
  workplace: Workplace;
  api: Pick<SearchApi, 'readers'>;
  wanted: Pick<Wanted, 'reader' | 'name'>;
  onChoose(author: Pick<Wanted, 'reader' | 'name'>): void;
}

const pauseMilliseconds = 200;

/** One author: by a part of the name first, then one of those who are called that. */
export function AuthorField({ workplace, api, wanted, onChoose }: AuthorFieldProps): ReactNode {
  const words = texts[useWording().language];
  const [typed, setTyped] = useState('');
  const authors = useAuthors({ workplace, api, name: typed.trim() });
  const choose = ({ id, name }: AuthorView): void => {
    setTyped('');
    onChoose({ reader: id, name });
  };
  if (wanted.reader !== '')
    return (
      <div className="search-author">
        <Button size="xs" variant="default" onClick={() => onChoose({ reader: '', name: '' })}>
          {filled(words.anyAuthor, { name: isolated(wanted.name || wanted.reader) })}
        </Button>
      </div>
    );
  return (
    <div className="search-author">
      <TextInput
        size="xs"
        label={words.author}
        placeholder={words.authorHint}
        maxLength={limits.reader.nameMaxLength}
        autoComplete="off"
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || authors?.[0] === undefined) return;
          event.preventDefault();
          choose(authors[0]);
        }}
      />
      <p className="quiet" role="status">
        {authors?.length === 0 && words.noAuthor}
      </p>
      {authors !== null && authors.length > 0 && (
        <ul className="search-authors" aria-label={words.authors}>
          {authors.map((author) => (
            <li key={author.id}>
              <Button size="xs" variant="subtle" onClick={() => choose(author)}>
                {author.name}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Who is called that; null as long as nobody has asked, or nothing has answered. */
function useAuthors({ workplace, api, name }: Pick<AuthorFieldProps, 'workplace' | 'api'> & { name: string }): AuthorView[] | null {
  const [answer, setAnswer] = useState<{ name: string; authors: AuthorView[] } | null>(null);
  useEffect(() => {
    if (name === '') return;
    const timer = setTimeout(() => {
      workplace.session
        .keepGoing(() => api.readers(name))
        .then(
          (authors) => setAnswer({ name, authors }),
          () => setAnswer(null),
        );
    }, pauseMilliseconds);
    return () => clearTimeout(timer);
  }, [workplace, api, name]);
  return answer?.name === name ? answer.authors : null;
}
