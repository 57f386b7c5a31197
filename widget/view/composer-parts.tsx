import type { VNode } from 'preact';
import { commentLimits } from '../../contract/limits';
import { parentOf } from '../drafts/drafts';
import { useStore } from '../store/use-store';
import { lengthOf } from '../writing/length-of';
import { Toolbar } from '../writing/toolbar';
import type { ComposerProps } from './composer';
import { useFrame } from './use-frame';
import { useSeldom } from './use-seldom';
import { useWaitSeconds, Wait } from './wait';

export interface ComposerPartsProps {
  field: { current: HTMLTextAreaElement | null };
}

export function ComposerToolbar({ field }: ComposerPartsProps): VNode {
  return <Toolbar names={useFrame().model.wording.texts.marks} field={field} />;
}

export interface ComposerFooterProps extends ComposerProps {
  text: string;
}

export function ComposerFooter({ place, action, isBusy, onClose, onCancel = onClose, text }: ComposerFooterProps): VNode {
  const { model, act } = useFrame();
  const refusal = useStore(model.desk, ({ refusals }) => refusals[place]);
  const warned = useStore(model.desk, (desk) => desk.warned[place]);
  const isHeld = useStore(model.session, ({ sanction }) => sanction?.kind === 'hold');
  const { texts } = model.wording;
  // Edits are taken in slow mode too.
  const waitSeconds = useWaitSeconds() * Number(parentOf(place) !== undefined);
  return (
    <>
      {isHeld && (
        <p class="refusal is-warning">
          {texts.allHeld} <WhyButton />
        </p>
      )}
      <p class={warned ? 'refusal is-warning' : 'refusal'} role="alert" id={`refusal-${place}`}>
        {refusal}
      </p>
      <Wait seconds={waitSeconds} />
      <Counter text={text} />
      {onCancel && (
        <button type="button" class="quiet" onClick={onCancel}>
          {texts.cancel}
        </button>
      )}
      {warned?.text === text && (
        <button type="button" class="quiet is-offer" aria-disabled={isBusy} onClick={() => act(({ writing }) => writing.sendAnyway(place))}>
          {texts.sendAnyway}
        </button>
      )}
      <button type="submit" class="primary" aria-disabled={isBusy}>
        {isBusy ? texts.sending : waitSeconds > 0 ? texts.sendThen : action}
      </button>
    </>
  );
}

/** Leads to the decisions about the reader. */
export function WhyButton(): VNode {
  const { model, act } = useFrame();
  return (
    <button type="button" class="link" onClick={() => act(({ mine }) => mine.open('decisions'))}>
      {model.wording.texts.why}
    </button>
  );
}

const counterLength = 500;

/** Near the limit it says how much room is left; aloud only now and then. */
function Counter({ text }: { text: string }): VNode {
  const { wording } = useFrame().model;
  const { charactersLeft, charactersOver } = wording.texts;
  const mayBeNear = text.length >= commentLimits.maxLength - counterLength;
  const left = mayBeNear ? commentLimits.maxLength - lengthOf(text) : counterLength + 1;
  const isOver = left < 0;
  const room = left > counterLength ? '' : wording.plural(isOver ? charactersOver : charactersLeft, Math.abs(left));
  const told = useSeldom(room);
  return (
    <>
      {room && <span class={isOver ? 'counter is-over' : 'counter'}>{room}</span>}
      <span class="only-heard" role="status">
        {room && told}
      </span>
    </>
  );
}
