import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PublicAuthor } from '../../contract/conversation';
import type { MuteKind, ReaderRelation } from '../../contract/following';
import type { FollowingTexts } from '../catalogues/following-texts';
import { filled, isolated } from '../catalogues/wording';
import { useStore } from '../store/use-store';
import { isLost, useFocusReturn } from '../view/focus';
import { useFrame } from '../view/use-frame';
import { FollowButton } from './follow-button';
import type { Pressed } from './pressed';
import { usePress } from './use-press';

interface RelationButtonsProps {
  reader: Pick<PublicAuthor, 'id' | 'name'>;
  /** Null for a visitor. */
  known: ReaderRelation | null;
  texts: FollowingTexts;
}

/** What the reader made of somebody: as they pressed, or as it is known. */
export function muteOf(profile: { id: string; relation: ReaderRelation | null } | null, { mutes }: Pressed): MuteKind | null {
  if (profile === null) return null;
  const now = mutes.get(profile.id);
  return now === undefined ? (profile.relation?.mute ?? null) : now;
}

/** Follows, mutes and blocks a reader. Who is muted can be followed on: only what they write is not shown. */
export function RelationButtons({ reader: { id, name }, known, texts }: RelationButtonsProps): VNode {
  const { model, act } = useFrame();
  const mute = useStore(model.pressed, (pressed) => muteOf({ id, relation: known }, pressed));
  const [press, refusal] = usePress(texts);
  const [isAsked, setAsked] = useState(false);
  const back = useRef<HTMLButtonElement>(null);
  // The button that was pressed went: who pressed it goes on with what takes that back.
  useLayoutEffect(() => {
    if (isLost()) back.current?.focus({ preventScroll: true });
  }, [mute]);
  const change = (kind: MuteKind | null): void => {
    press(async (following, again) => {
      const trouble = await following.mute(id, kind, again);
      // What is not seen of who is muted is not there yet.
      if (trouble === null && kind === null) act(({ readers }) => readers.profile.renewComments());
      return trouble;
    });
  };
  const block = (): void => {
    setAsked(false);
    change('block');
  };
  return (
    <div class="relation">
      <div class="relation-buttons">
        {mute !== 'block' && (
          <FollowButton topic={{ kind: 'reader', subject: id }} known={known?.isFollowed} texts={texts} onPress={press} />
        )}
        {mute === null && (
          <button type="button" class="quiet" ref={back} onClick={() => change('mute')}>
            {texts.mute}
          </button>
        )}
        {mute !== 'block' && (
          <button type="button" class="quiet" aria-expanded={isAsked} onClick={() => setAsked(!isAsked)}>
            {texts.block}
          </button>
        )}
      </div>
      {isAsked && mute !== 'block' && <BlockQuestion name={name} texts={texts} onBlock={block} onKeep={() => setAsked(false)} />}
      {mute !== null && (
        <div class="aside">
          <p role="status">{filled(mute === 'mute' ? texts.muted : texts.blocked, { name: isolated(name) })}</p>
          <button type="button" class="quiet" ref={back} onClick={() => change(null)}>
            {endOf(mute, known?.mute === mute, texts)}
          </button>
        </div>
      )}
      <p class="refusal" role="alert">
        {refusal}
      </p>
    </div>
  );
}

interface BlockQuestionProps {
  name: string;
  texts: FollowingTexts;
  onBlock(): void;
  onKeep(): void;
}

/** What it means, before it is done. */
function BlockQuestion({ name, texts, onBlock, onKeep }: BlockQuestionProps): VNode {
  const { cancel } = useFrame().model.wording.texts;
  const question = useRef<HTMLFieldSetElement>(null);
  useFocusReturn();
  useLayoutEffect(() => question.current?.focus({ preventScroll: true }), []);
  const keep = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onKeep();
  };
  return (
    <fieldset class="aside" ref={question} tabIndex={-1} onKeyDown={keep}>
      <legend>{filled(texts.blockQuestion, { name: isolated(name) })}</legend>
      <button type="button" class="primary" onClick={onBlock}>
        {texts.blockNow}
      </button>
      <button type="button" class="quiet" onClick={onKeep}>
        {cancel}
      </button>
    </fieldset>
  );
}

/** What was done just now is undone. */
function endOf(kind: MuteKind, isOld: boolean, texts: FollowingTexts): string {
  if (kind === 'block') return texts.unblock;
  return isOld ? texts.unmute : texts.undo;
}
