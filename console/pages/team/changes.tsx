import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { RoleChangeView } from '../../../contract/team';
import { filled, isolated } from '../../catalogues/wording';
import { useWording } from '../../view/wording-context';
import type { TeamState } from './team';
import { texts } from './texts';

/** Every change of a role, for the record. */
export function Changes({ state: { changes, nextChanges }, onMore }: { state: TeamState; onMore(): void }): ReactNode {
  const { language } = useWording();
  const words = texts[language];
  return (
    <section>
      <h2>{words.history}</h2>
      <ul className="rows">
        {changes.map((change) => (
          <Change key={change.id} change={change} />
        ))}
      </ul>
      {nextChanges !== null && (
        <Button variant="default" size="xs" onClick={onMore}>
          {words.more}
        </Button>
      )}
    </section>
  );
}

function Change({ change: { reader, from, to, changedBy, changedAt } }: { change: RoleChangeView }): ReactNode {
  const wording = useWording();
  const words = texts[wording.language];
  const text = from === null ? words.given : to === null ? words.taken : words.changed;
  const roles = { from: from === null ? '' : words.roles[from], to: to === null ? '' : words.roles[to] };
  const date = wording.moment(changedAt);
  return (
    <li>
      <span>{filled(text, { name: isolated(reader.name), ...roles })}</span>
      <span className="quiet">
        {changedBy === null ? filled(words.byNobody, { date }) : filled(words.by, { name: isolated(changedBy.name), date })}
      </span>
    </li>
  );
}
