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
  /** What is said to who writes there; nothing moves for those who read. */
  notice?: string;
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

/** The place of a text, or why nothing can be written there. */
export function Composer(props: ComposerProps): VNode {
  const isBarred = useStore(useFrame().model.session, ({ sanction }) => sanction && sanction.kind !== 'hold');
  return isBarred && later.loaded ? <later.loaded.LimitPart {...props} /> : <OpenComposer {...props} />;
}

function OpenComposer(props: ComposerProps): VNode {
  const { place, label, notice, isBusy = false, onSubmit, onClose } = props;
  const { model } = useFrame();
  const field = useRef<HTMLTextAreaElement>(null);
  const [isUsed, setUsed] = useState(onClose !== undefined);
  const parts = useLazyPart(later);
  useFocusReturn(place);
  const refusal = useStore(model.desk, ({ refusals }) => refusals[place]);
  // What was not taken is told in it.
  const isOpen = isUsed || refusal !== undefined;
  const isHeld = useStore(model.desk, ({ held }) => held !== null && replyTo(held.parentId) === place);
  // It was posted, or its reader is gone.
  const { text, keep } = useDraft(place, { field, isHeld, onEmptied: () => setUsed(onClose !== undefined) });
  useLayoutEffect(() => {
    if (isOpen) fitHeight(field.current);
    else field.current?.style.removeProperty('height');
  }, [isOpen]);
  useLayoutEffect(() => {
    if (onClose) takeFocus(field.current);
    // Somebody may have gone into it before the scripts were there.
    if (document.activeElement === field.current) setUsed(true);
  }, []);
  return (
    <div class="composer-slot">
      <form
        hidden={isHeld && onClose !== undefined}
        class={isOpen ? 'composer is-open' : 'composer'}
        aria-label={label}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isHeld) onSubmit();
        }}
      >
        <div class="field">
          {isOpen && (
            <div class="toolbar" role="toolbar" aria-label={model.wording.texts.toolbarLabel}>
              {parts && <parts.ComposerToolbar field={field} />}
            </div>
          )}
          <ComposerField
            {...props}
            field={field}
            isLocked={isHeld || isBusy}
            isRefused={refusal !== undefined}
            onUse={() => setUsed(true)}
            onKeep={keep}
          />
        </div>
        {isOpen && notice && <p class="notice">{notice}</p>}
        {isOpen && <div class="composer-footer">{parts && <parts.ComposerFooter {...props} text={text} />}</div>}
      </form>
      {isOpen && parts && <parts.MentionPart place={place} field={field} />}
      <JoinPanel place={place} />
    </div>
  );
}

interface DraftOf {
  field: { current: HTMLTextAreaElement | null };
  isHeld: boolean;
  /** The text went from here by itself. */
  onEmptied(): void;
}

/** The text of the field, which is a draft at every moment. */
function useDraft(place: Place, { field, isHeld, onEmptied }: DraftOf): { text: string; keep(): void } {
  const { drafts } = useFrame().model;
  const [text, setText] = useState('');
  const keep = (): void => {
    drafts.type(place, field.current?.value ?? '');
    setText(field.current?.value ?? '');
    fitHeight(field.current);
  };
  // Nothing opens for a text that comes from elsewhere or was left here, so that nothing moves.
  const show = (written: string, origin: 'here' | 'elsewhere'): void => {
    if (origin === 'here' && written === '' && field.current?.value !== '') onEmptied();
    if (field.current) write(field.current, written);
    setText(written);
    fitHeight(field.current);
  };
  useLayoutEffect(() => {
    const typed = (): string => (isTyping(field.current) ? field.current.value : '');
    const stop = drafts.follow(place, { typed, show });
    // What was typed before the scripts were there comes before what was left here.
    drafts.giveBack(place, field.current?.value ?? '');
    return stop;
  }, [place]);
  // While its text is shown as being sent, the field is empty.
  useLayoutEffect(() => show(isHeld ? '' : drafts.read(place), 'here'), [isHeld]);
  return { text, keep };
}

interface FieldProps extends ComposerProps {
  field: { current: HTMLTextAreaElement | null };
  /** What would be typed now belongs to no text: the one that was here is being taken over. */
  isLocked: boolean;
  isRefused: boolean;
  /** Somebody goes into it. */
  onUse(): void;
  onKeep(): void;
}

function ComposerField(props: FieldProps): VNode {
  const { place, label, invitation, field, isLocked, isRefused, onUse, onKeep, onTyping, onSubmit, onClose } = props;
  return (
    <textarea
      ref={field}
      id={textElementId(place)}
      rows={1}
      dir="auto"
      readOnly={isLocked}
      aria-label={label}
      aria-invalid={isRefused ? true : undefined}
      aria-describedby={isRefused ? `refusal-${place}` : undefined}
      placeholder={invitation}
      onFocus={() => {
        onUse();
        fitHeight(field.current);
      }}
      onInput={() => {
        onUse();
        onKeep();
        onTyping?.();
      }}
      onKeyDown={(event) => {
        if (event.isComposing) return;
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          if (!isLocked) onSubmit();
        }
        if (event.key === 'Escape') onClose?.();
      }}
    />
  );
}

/** In every other tab the caret may still stand where somebody left it. */
function isTyping(field: HTMLTextAreaElement | null): field is HTMLTextAreaElement {
  return field !== null && document.activeElement === field && document.hasFocus();
}

/** Puts a text there; who is typing goes on in what they wrote, at its beginning or its end. */
function write(field: HTMLTextAreaElement, text: string): void {
  const { value, selectionStart, selectionEnd } = field;
  if (text === value) return;
  const before = text.endsWith(value) ? text.length - value.length : 0;
  field.value = text;
  if (document.activeElement === field) field.setSelectionRange(selectionStart + before, selectionEnd + before);
}

/** As high as its text, where somebody writes. */
function fitHeight(textarea: HTMLTextAreaElement | null): void {
  if (!isTyping(textarea) || !textarea.closest('.is-open')) return;
  textarea.style.height = 'auto';
  textarea.style.height = `${textarea.scrollHeight}px`;
}
