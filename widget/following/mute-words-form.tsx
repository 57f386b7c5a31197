import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { followLimits } from '../../contract/limits';
import type { FollowingTexts } from '../catalogues/following-texts';
import { filled, isolated, type Wording } from '../catalogues/wording';
import { useStore } from '../store/use-store';
import { useFrame } from '../view/use-frame';
import { ReadFailed } from './list-end';
import { usePress } from './use-press';

interface WithTexts {
  texts: FollowingTexts;
}

/** Words that hide a comment in which they stand. What is typed stays until it is saved. */
export function MuteWordsForm({ texts }: WithTexts): VNode {
  const { model, act } = useFrame();
  const words = useStore(model.people, (people) => people?.words ?? null);
  const haveFailed = useStore(model.people, (people) => people?.haveWordsFailed);
  return (
    <section class="mute-words" aria-labelledby="mute-words-title">
      <h3 id="mute-words-title">{texts.words}</h3>
      {haveFailed && <ReadFailed onRead={() => act((frame) => frame.readers.people.readWords())} />}
      {words !== null && <Form words={words} texts={texts} />}
    </section>
  );
}

function Form({ words, texts }: WithTexts & { words: readonly string[] }): VNode {
  const { model, act } = useFrame();
  const typedBefore = useStore(model.people, (people) => people?.typedWords);
  const typed = typedBefore ?? words.join('\n');
  const [press, refusal] = usePress(texts);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isSaved, setSaved] = useState(false);
  const type = (text: string): void => {
    setSaved(false);
    setTrouble(null);
    act(({ readers }) => readers.people.noteTyped(text));
  };
  const save = (event: Event): void => {
    event.preventDefault();
    const lines = wordsIn(typed);
    const wrong = troubleWith(lines, model.wording, texts);
    setTrouble(wrong);
    if (wrong !== null) return;
    press(async (following, again) => {
      const refused = await following.changeWords(lines, again);
      if (refused === null) act(({ readers }) => readers.people.noteSaved(lines));
      setSaved(refused === null);
      return refused;
    });
  };
  const said = trouble ?? refusal;
  return (
    <form onSubmit={save}>
      <p id="mute-words-hint">{texts.wordsHint}</p>
      <textarea
        class="kept-text"
        rows={4}
        dir="auto"
        aria-labelledby="mute-words-title"
        aria-describedby="mute-words-hint"
        aria-invalid={said ? true : undefined}
        value={typed}
        onInput={({ currentTarget }) => type(currentTarget.value)}
      />
      <p class="refusal" role="alert">
        {said}
      </p>
      <div class="relation-buttons">
        <button type="submit" class="quiet is-framed">
          {model.wording.texts.save}
        </button>
        <span role="status">{isSaved && texts.wordsSaved}</span>
      </div>
    </form>
  );
}

/** Each line is one; the same one counts once. */
function wordsIn(text: string): string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
}

function troubleWith(lines: readonly string[], wording: Wording, texts: FollowingTexts): string | null {
  const { maxWords, wordMaxLength } = followLimits;
  const long = lines.find((line) => line.length > wordMaxLength);
  if (long !== undefined) return filled(texts.wordTooLong, { word: isolated(long), count: wording.number(wordMaxLength) });
  return lines.length > maxWords ? filled(texts.tooManyWords, { count: wording.number(maxWords) }) : null;
}
