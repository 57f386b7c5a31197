import type { VNode } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { MyComment } from '../../contract/conversation';
import type { DecisionTexts } from '../catalogues/decision-texts';
import { useStore } from '../store/use-store';
import { afterRendering, useFocusReturn } from '../view/focus';
import { When } from '../view/time';
import { useFrame } from '../view/use-frame';
import { ArticleLink } from './article-link';
import type { MineState, MineTab, OwnList } from './mine';
import { ReportItem } from './report-item';
import { StatementItem } from './statement-item';
import { DecisionWords } from './words';

const tabs: readonly MineTab[] = ['comments', 'decisions', 'reports'];
const panelId = 'parley-mine';
const tabId = (tab: MineTab): string => `${panelId}-${tab}`;

/** The reader's comments, what was decided about them, and what became of their reports, in the place of the conversation. */
export function MinePanel({ texts }: { texts: DecisionTexts }): VNode | null {
  const { model, act } = useFrame();
  const mine = useStore(model.mine, (state) => state);
  const words = useMemo(() => new DecisionWords(model.wording, texts), [texts]);
  const heading = useHeading();
  if (mine === null) return null;
  const close = (): void => act((frame) => frame.mine.close());
  return (
    <section
      class="mine"
      aria-labelledby={`${panelId}-title`}
      onKeyDown={(event) => event.key === 'Escape' && !event.isComposing && close()}
    >
      <button type="button" class="link" onClick={close}>
        {texts.back}
      </button>
      <h2 id={`${panelId}-title`} ref={heading} tabIndex={-1}>
        {texts.title}
      </h2>
      <Tabs texts={texts} chosen={mine.tab} />
      <div role="tabpanel" id={panelId} aria-labelledby={tabId(mine.tab)}>
        <OwnItems lists={mine} words={words} />
      </div>
    </section>
  );
}

/** Takes the focus, and is brought into sight where the reader comes from further down; back there when it is closed. */
function useHeading(): { current: HTMLHeadingElement | null } {
  const { act } = useFrame();
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusReturn();
  useLayoutEffect(() => {
    const isFromBelow = document.activeElement?.closest('.page-head') === null;
    heading.current?.focus({ preventScroll: true });
    if (!isFromBelow) return;
    const show = (element: Element | null): void => act((frame) => element && frame.bringIntoSight(element));
    show(heading.current);
    return () => afterRendering(() => afterRendering(() => show(document.activeElement)));
  }, []);
  return heading;
}

function Tabs({ texts, chosen }: { texts: DecisionTexts; chosen: MineTab }): VNode {
  const { act } = useFrame();
  const show = (tab: MineTab): void => act((frame) => frame.mine.show(tab));
  const step = (event: KeyboardEvent): void => {
    const index = tabs.indexOf(chosen) + stepOf(event);
    const next = tabs[(index + tabs.length) % tabs.length];
    if (next === undefined || next === chosen) return;
    event.preventDefault();
    show(next);
    document.getElementById(tabId(next))?.focus();
  };
  return (
    <div class="orders" role="tablist" aria-labelledby={`${panelId}-title`} onKeyDown={step}>
      {tabs.map((tab) => (
        <button
          key={tab}
          type="button"
          class="order"
          role="tab"
          id={tabId(tab)}
          aria-selected={tab === chosen}
          aria-controls={panelId}
          tabIndex={tab === chosen ? 0 : -1}
          onClick={() => show(tab)}
        >
          {texts.tabs[tab]}
        </button>
      ))}
    </div>
  );
}

/** Arrows go where they point, whatever the direction of the script. */
function stepOf({ key }: KeyboardEvent): number {
  const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  if (key === forward) return 1;
  return key === 'ArrowLeft' || key === 'ArrowRight' ? -1 : 0;
}

function OwnItems({ lists, words }: { lists: NonNullable<MineState>; words: DecisionWords }): VNode {
  const { tab } = lists;
  const { texts } = words;
  if (tab === 'comments') {
    return (
      <Items tab={tab} list={lists[tab]} texts={texts} none={texts.noComments}>
        {(comment) => <MyCommentItem key={comment.id} comment={comment} texts={texts} />}
      </Items>
    );
  }
  if (tab === 'decisions') {
    return (
      <Items tab={tab} list={lists[tab]} texts={texts} none={texts.noDecisions}>
        {(statement) => <StatementItem key={statement.id} statement={statement} words={words} />}
      </Items>
    );
  }
  return (
    <Items tab={tab} list={lists[tab]} texts={texts} none={texts.noReports}>
      {(report) => <ReportItem key={report.id} report={report} words={words} />}
    </Items>
  );
}

function MyCommentItem({ comment: { status, postedAt, text, thread }, texts }: { comment: MyComment; texts: DecisionTexts }): VNode {
  return (
    <li>
      <p class="mine-line">
        <strong>{texts.statuses[status]}</strong> <When at={postedAt} />
      </p>
      <p class="text outgoing-text" dir="auto">
        {text}
      </p>
      <ArticleLink thread={thread} />
    </li>
  );
}

interface ItemsProps<Item> extends ListEndProps {
  list: OwnList<Item>;
  children(item: Item): VNode;
}

function Items<Item>({ children, ...end }: ItemsProps<Item>): VNode {
  return (
    <>
      <ol class="mine-list">{end.list.items.map(children)}</ol>
      <ListEnd {...end} />
    </>
  );
}

interface ListEndProps {
  tab: MineTab;
  list: OwnList<unknown>;
  texts: DecisionTexts;
  none: string;
}

/** What is below the items of a list: how to go on, or why there is nothing. */
function ListEnd({ tab, list: { items, nextCursor, progress }, texts, none }: ListEndProps): VNode {
  const { model, act } = useFrame();
  const { loading, loadFailed, tryAgain } = model.wording.texts;
  const read = (): void => act((frame) => frame.mine.read(tab));
  return (
    <>
      <p class="hint" role="status">
        {progress === 'reading' && items.length === 0 && loading}
        {progress === 'read' && items.length === 0 && none}
      </p>
      {progress === 'failed' && (
        <p class="refusal" role="alert">
          {loadFailed}
          <button type="button" class="link" onClick={read}>
            {tryAgain}
          </button>
        </p>
      )}
      {nextCursor !== null && progress !== 'failed' && (
        <button type="button" class="more-button" aria-disabled={progress === 'reading'} onClick={read}>
          {progress === 'reading' ? loading : texts.showMore}
        </button>
      )}
    </>
  );
}
