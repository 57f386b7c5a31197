import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Place, replyTo } from '../drafts/drafts';
import { useStore } from '../store/use-store';
import { JoinPanel } from './join-panel';
import { later } from './later';
import { useLazyPart } from './lazy-part';
import { useFrame } from './use-frame';

export interface ComposerProps {
  place: Place;
  label: string;
  invitation: string;
  action: string;
  /** Whether the text is being taken over right now. */
  isBusy?: boolean;
  onSubmit(): void;
  onTyping?(): void;
  /** Without it the composer is always there, and small until it is used. */
  onCancel?(): void;
}

export function Composer(props: ComposerProps): VNode {
  const { place, label, invitation, onSubmit, onTyping, onCancel } = props;
  const { model } = useFrame();
  const field = useRef<HTMLTextAreaElement>(null);
  const [isOpen, setOpen] = useState(onCancel !== undefined);
  const [text, setText] = useState('');
  const parts = useLazyPart(later);
  const refusal = useStore(model.desk, ({ refusals }) => refusals[place]);
  const isHeld = useStore(model.desk, ({ held }) => held !== null && replyTo(held.parentId) === place);

  const keep = (): void => {
    const written = field.current?.value ?? '';
    model.drafts.keep(place, written);
    setText(written);
    fitHeight(field.current);
  };
  useDraft(place, field, (written) => setOpen(written || onCancel !== undefined));
  useLayoutEffect(() => {
    // While its text is shown as being sent, the field is empty.
    const draft = isHeld ? '' : model.drafts.read(place);
    if (field.current && field.current.value !== draft) {
      field.current.value = draft;
      setOpen(draft !== '' || onCancel !== undefined);
    }
  }, [isHeld]);
  useLayoutEffect(() => {
    if (isOpen) fitHeight(field.current);
    else field.current?.style.removeProperty('height');
  }, [isOpen]);
  useLayoutEffect(() => {
    if (onCancel) field.current?.focus();
  }, []);

  return (
    <div class="composer-slot">
      <form
        hidden={isHeld && onCancel !== undefined}
        class={isOpen ? 'composer is-open' : 'composer'}
        aria-label={label}
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <div class="field">
          {isOpen && (
            <div class="toolbar" role="toolbar" aria-label={model.wording.texts.toolbarLabel}>
              {parts && <parts.ComposerToolbar field={field} onChanged={keep} />}
            </div>
          )}
          <textarea
            ref={field}
            rows={1}
            dir="auto"
            aria-label={label}
            aria-invalid={refusal ? true : undefined}
            aria-describedby={refusal ? `refusal-${place}` : undefined}
            placeholder={invitation}
            onFocus={() => setOpen(true)}
            onInput={() => {
              keep();
              onTyping?.();
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
                event.preventDefault();
                onSubmit();
              }
              if (event.key === 'Escape') onCancel?.();
            }}
          />
        </div>
        {isOpen && <div class="composer-footer">{parts && <parts.ComposerFooter {...props} text={text} />}</div>}
      </form>
      <JoinPanel place={place} />
    </div>
  );
}

/** Shows the draft, and what becomes of it elsewhere; never over what is being typed here. */
function useDraft(place: Place, field: { current: HTMLTextAreaElement | null }, setOpen: (isOpen: boolean) => void): void {
  const { drafts } = useFrame().model;
  useLayoutEffect(() => {
    const textarea = field.current;
    if (!textarea) return;
    // What was typed before the scripts were there counts as a draft.
    if (textarea.value === '') textarea.value = drafts.read(place);
    else drafts.keep(place, textarea.value);
    if (document.activeElement === textarea) setOpen(true);
    return drafts.follow(place, (text, origin) => {
      const isTyping = document.activeElement === textarea && textarea.value !== '';
      if (origin === 'elsewhere' && isTyping) {
        // Another tab sent its own text and cleared the place: what stands here is still a draft.
        if (text === '') drafts.keep(place, textarea.value);
        return;
      }
      textarea.value = text;
      // What happens in another tab moves nothing in this one.
      if (origin === 'here') setOpen(text !== '');
      fitHeight(textarea);
    });
  }, [place]);
}

/** As high as its text, where the composer is open. */
function fitHeight(textarea: HTMLTextAreaElement | null): void {
  if (!textarea?.closest('.is-open')) return;
  textarea.style.height = 'auto';
  textarea.style.height = `${textarea.scrollHeight}px`;
}
