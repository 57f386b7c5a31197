import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Place, replyTo } from '../drafts/drafts';
import { useStore } from '../store/use-store';
import { takeFocus, textElementId, useFocusReturn } from './focus';
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
  /** Closes it; the text stays a draft. Without it the composer is always there, and small until it is used. */
  onClose?(): void;
  /** What the button to cancel does, where that is more than closing. */
  onCancel?(): void;
}

export function Composer(props: ComposerProps): VNode {
  const { place, label, invitation, onSubmit, onTyping, onClose } = props;
  const { model } = useFrame();
  const field = useRef<HTMLTextAreaElement>(null);
  const [isOpen, setOpen] = useState(onClose !== undefined);
  const [text, setText] = useState('');
  const parts = useLazyPart(later);
  useFocusReturn(place);
  const refusal = useStore(model.desk, ({ refusals }) => refusals[place]);
  const isHeld = useStore(model.desk, ({ held }) => held !== null && replyTo(held.parentId) === place);

  const keep = (): void => {
    const written = field.current?.value ?? '';
    model.drafts.keep(place, written);
    setText(written);
    fitHeight(field.current);
  };
  const show = (written: string, origin: 'here' | 'elsewhere'): void => {
    if (field.current) write(field.current, written);
    setText(written);
    // What happens in another tab moves nothing in this one.
    if (origin === 'here') setOpen(written !== '' || onClose !== undefined || document.activeElement === field.current);
    fitHeight(field.current);
  };
  useLayoutEffect(() => {
    const typed = (): string => (document.activeElement === field.current ? (field.current?.value ?? '') : '');
    const stop = model.drafts.follow(place, { typed, show });
    // What was typed before the scripts were there comes before what was left here.
    model.drafts.giveBack(place, field.current?.value ?? '');
    return stop;
  }, [place]);
  // While its text is shown as being sent, the field is empty.
  useLayoutEffect(() => show(isHeld ? '' : model.drafts.read(place), 'here'), [isHeld]);
  useLayoutEffect(() => {
    if (isOpen) fitHeight(field.current);
    else field.current?.style.removeProperty('height');
  }, [isOpen]);
  useLayoutEffect(() => {
    if (onClose) takeFocus(field.current);
  }, []);

  return (
    <div class="composer-slot">
      <form
        hidden={isHeld && onClose !== undefined}
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
            id={textElementId(place)}
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
              if (event.key === 'Escape' && !event.isComposing) onClose?.();
            }}
          />
        </div>
        {isOpen && <div class="composer-footer">{parts && <parts.ComposerFooter {...props} text={text} />}</div>}
      </form>
      <JoinPanel place={place} />
    </div>
  );
}

/** Puts a text there; who is typing goes on in what they wrote, at its beginning or its end. */
function write(field: HTMLTextAreaElement, text: string): void {
  const { value, selectionStart, selectionEnd } = field;
  if (text === value) return;
  const before = text.endsWith(value) ? text.length - value.length : 0;
  field.value = text;
  if (document.activeElement === field) field.setSelectionRange(selectionStart + before, selectionEnd + before);
}

/** As high as its text, where the composer is open. */
function fitHeight(textarea: HTMLTextAreaElement | null): void {
  if (!textarea?.closest('.is-open')) return;
  textarea.style.height = 'auto';
  textarea.style.height = `${textarea.scrollHeight}px`;
}
