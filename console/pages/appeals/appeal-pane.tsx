import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { ActionButton } from '../../view/action-button';
import { DecisionBar } from '../../view/decision-bar';
import { useWording } from '../../view/wording-context';
import { KnownAuthor } from '../known-author';
import { AppealText } from './appeal-text';
import type { AppealsProps } from './appeals-props';
import { type Appeal, idOf } from './open-appeals';
import { texts as textsByLanguage } from './texts';

interface AppealPaneProps extends AppealsProps {
  now: number;
}

/** One objection with all that is needed to decide on it, and the two decisions. */
export function AppealPane(props: AppealPaneProps): ReactNode {
  const { appeals } = props;
  const { phase } = useStore(appeals.store);
  const { focused } = appeals;
  if (focused !== undefined) return <Pane {...props} appeal={focused} />;
  return phase === 'loading' ? <PaneSkeleton /> : null;
}

function Pane({ workplace, appeals, actions, now, appeal }: AppealPaneProps & { appeal: Appeal }): ReactNode {
  const wording = useWording();
  const texts = textsByLanguage[wording.language];
  const { appeals: items } = useStore(appeals.store);
  const nextId = items[items.indexOf(appeal) + 1]?.item.reader.id;
  return (
    <div className="pane">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is long is scrolled by the keyboard too */}
      <section className="pane-scroll" key={idOf(appeal)} tabIndex={0} aria-label={texts.region}>
        <AppealText item={appeal.item} now={now} />
        <KnownAuthor workplace={workplace} readerId={appeal.item.reader.id} nextId={nextId} now={now} />
      </section>
      {appeal.isGone && (
        <p className="trouble" role="status">
          {wording.trouble({ kind: 'appealDecided' })}
        </p>
      )}
      <DecisionBar workplace={workplace} label={texts.decide} previous={actions.previous} next={actions.next}>
        {[actions.upheld, actions.overturned].map((action) => (
          <ActionButton
            key={action.id}
            size="sm"
            action={action}
            variant={action === actions.upheld ? 'filled' : 'default'}
            isPossible={action.isPossible()}
            onPerform={() => action.perform()}
          />
        ))}
      </DecisionBar>
    </div>
  );
}

function PaneSkeleton(): ReactNode {
  return (
    <section className="pane" aria-hidden="true">
      <div className="pane-scroll">
        <article>
          {['30%', '90%', '96%', '60%'].map((width) => (
            <Skeleton key={width} height="1rem" width={width} mt="md" animate={false} />
          ))}
        </article>
      </div>
    </section>
  );
}
