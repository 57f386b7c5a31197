import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { OwnSanction } from '../../contract/sanctions';
import type { DecisionTexts } from '../catalogues/decision-texts';
import { useStore } from '../store/use-store';
import type { ComposerProps } from '../view/composer';
import { WhyButton } from '../view/composer-parts';
import { CopyButton } from '../view/copy-button';
import { textElementId, useFocusReturn } from '../view/focus';
import { JoinPanel } from '../view/join-panel';
import { useFrame } from '../view/use-frame';
import { Reasons } from './statement-item';
import { DecisionWords } from './words';

type LimitProps = Pick<ComposerProps, 'place' | 'onClose'> & { texts: DecisionTexts };

/** Why nothing can be written in a place. It is as high as a closed composer until the reader asks for more, or was refused just now. */
export function Limit({ place, onClose, texts }: LimitProps): VNode | null {
  const { model } = useFrame();
  const sanction = useStore(model.session, (session) => session.sanction);
  const words = useMemo(() => new DecisionWords(model.wording, texts), [texts]);
  const isRefused = useStore(model.desk, ({ refusals }) => refusals[place] !== undefined);
  const [isOpen, setOpen] = useState(onClose !== undefined || isRefused);
  useFocusReturn(place);
  useLayoutEffect(() => {
    if (isRefused) setOpen(true);
  }, [isRefused]);
  if (sanction === null) return null;
  const sentence = words.limit(sanction);
  return (
    <div class="composer-slot">
      <fieldset class={isOpen ? 'limit is-open' : 'limit'} aria-label={sentence}>
        <button type="button" class="limit-more" id={textElementId(place)} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {sentence} {!isOpen && <span class="limit-why">{texts.why}</span>}
        </button>
        {isOpen && <Explanation place={place} onClose={onClose} sanction={sanction} words={words} />}
      </fieldset>
      <JoinPanel place={place} />
    </div>
  );
}

type ExplanationProps = Pick<LimitProps, 'place' | 'onClose'> & { sanction: OwnSanction; words: DecisionWords };

function Explanation({ place, onClose, sanction, words }: ExplanationProps): VNode {
  const { model } = useFrame();
  const { statement, kind, endsAt } = sanction;
  return (
    <>
      <Reasons
        statement={statement}
        site={model.state.site.name}
        words={words}
        until={kind === 'warn' ? null : words.until(statement, endsAt)}
      />
      <KeptDraft place={place} words={words} />
      <div class="composer-footer">
        {onClose && (
          <button type="button" class="quiet" onClick={onClose}>
            {model.wording.texts.close}
          </button>
        )}
        <WhyButton />
        {kind === 'warn' && <Acknowledge place={place} words={words} />}
      </div>
    </>
  );
}

function Acknowledge({ place, words: { texts } }: Pick<ExplanationProps, 'place' | 'words'>): VNode {
  const { model, act } = useFrame();
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  // What was stopped is sent; a draft that waits here is not.
  const isStopped = useStore(model.desk, ({ refusals }) => refusals[place] !== undefined);
  const acknowledge = (): void => {
    if (isBusy) return;
    setBusy(true);
    act(async (frame) => {
      setRefusal(await frame.acknowledge());
      setBusy(false);
    });
  };
  return (
    <>
      <p class="refusal" role="alert">
        {refusal}
      </p>
      <button type="button" class="primary" aria-disabled={isBusy} onClick={acknowledge}>
        {isStopped ? texts.acknowledgeAndSend : texts.acknowledge}
      </button>
    </>
  );
}

/** What was written there can be read and copied. */
function KeptDraft({ place, words: { texts } }: Pick<ExplanationProps, 'place' | 'words'>): VNode | null {
  const { model } = useFrame();
  const [text, setText] = useState(() => model.drafts.read(place));
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => model.drafts.follow(place, { typed: () => '', show: setText }), [place]);
  if (text === '') return null;
  const id = `kept-${place}`;
  return (
    <div class="limit-draft">
      <label for={id}>{texts.keptText}</label>
      <textarea ref={field} class="kept-text" id={id} rows={3} readOnly dir="auto" value={text} />
      <CopyButton text={text} mark={() => field.current?.select()} />
    </div>
  );
}
