import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Place } from '../drafts/drafts';
import { type FrameModel, shownConversation } from '../frame/frame-model';
import { useStore } from '../store/use-store';
import { adoptStyles } from '../view/adopt-styles';
import { Avatar } from '../view/avatar';
import { useFrame } from '../view/use-frame';
import { completeIn, takeName } from './complete-in';
import { Completion, type Offered, type Person } from './completion';
import styles from './mentions.css?inline';
import { useListPlace } from './use-list-place';

adoptStyles(styles);

export interface MentionListProps {
  place: Place;
  field: { current: HTMLTextAreaElement | null };
  /** Whether an input method composes a word there. */
  composing: { current: boolean };
}

/** The names that may be meant, while somebody types one in the field. The focus stays there. */
export function MentionList({ place, field, composing }: MentionListProps): VNode {
  const { wording } = useFrame().model;
  const completion = useCompletion({ field, composing });
  const offered = useStore(completion.offered, (latest) => latest);
  const list = useRef<HTMLDivElement>(null);
  const id = `mentions-${place}`;
  useNamedInField(field, id, offered);
  useListPlace({ field, list }, offered);
  return (
    <>
      {offered && (
        <div ref={list} id={id} class="mentions" role="listbox" aria-label={wording.texts.mentionsLabel}>
          {offered.people.map((person, index) => (
            <Option
              key={person.id}
              id={`${id}-${index}`}
              person={person}
              isActive={index === offered.active}
              onTake={() => field.current && takeName(person, { field: field.current, completion })}
            />
          ))}
        </div>
      )}
      <span class="only-heard" role="status">
        {offered && wording.plural(wording.texts.mentionsFound, offered.people.length)}
      </span>
    </>
  );
}

function useCompletion({ field, composing }: Omit<MentionListProps, 'place'>): Completion {
  const { model, act } = useFrame();
  const [completion] = useState(() => {
    const ask = (prefix: string): Promise<readonly Person[]> =>
      new Promise((resolve, reject) => act(({ mentionable }) => mentionable(prefix).then(resolve, reject)));
    return new Completion({ authors: () => authorsIn(model), ask });
  });
  useLayoutEffect(() => (field.current ? completeIn(field.current, completion, composing.current) : undefined), []);
  return completion;
}

/** Tells those who hear the field what there is to choose from, and what is chosen. */
function useNamedInField(field: MentionListProps['field'], id: string, offered: Offered | null): void {
  useLayoutEffect(() => {
    field.current?.setAttribute('aria-autocomplete', 'list');
    field.current?.setAttribute('aria-haspopup', 'listbox');
  }, []);
  useLayoutEffect(() => {
    const names = { 'aria-controls': id, 'aria-activedescendant': `${id}-${offered?.active}` };
    for (const [name, value] of Object.entries(names)) {
      if (offered) field.current?.setAttribute(name, value);
      else field.current?.removeAttribute(name);
    }
  }, [offered]);
}

interface OptionProps {
  id: string;
  person: Person;
  isActive: boolean;
  onTake(): void;
}

function Option({ id, person, isActive, onTake }: OptionProps): VNode {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are those of the field
    <div
      id={id}
      class="mention"
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      // The field keeps its focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onTake}
    >
      <Avatar id={person.id} name={person.name} />
      <span class="mention-name" dir="auto">
        {person.name}
      </span>
    </div>
  );
}

/** Whom the page shows, but for the reader and whom they do not want to see; the latest first. */
function authorsIn(model: FrameModel): Person[] {
  const { reader } = model.session.get();
  const hidden = model.hidden.get();
  const comments = [...shownConversation(model.screen.get()).comments.values()];
  return comments
    .flatMap((comment) => (comment.state === 'published' && !hidden.has(comment.id) ? [comment] : []))
    .sort((one, other) => other.postedAt.localeCompare(one.postedAt))
    .map(({ author }) => author)
    .filter(({ id }) => id !== reader?.id);
}
