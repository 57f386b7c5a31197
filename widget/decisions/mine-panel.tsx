import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import type { MyComment } from '../../contract/conversation';
import type { DecisionTexts } from '../catalogues/decision-texts';
import { useStore } from '../store/use-store';
import { ListEnd } from '../view/list-end';
import { OwnPanel, TabPanel, Tabs } from '../view/own-panel';
import { PanelLink } from '../view/panel-link';
import { When } from '../view/time';
import { useFrame } from '../view/use-frame';
import { ArticleLink } from './article-link';
import type { MineState, MineTab, OwnList } from './mine';
import { ReportItem } from './report-item';
import { StatementItem } from './statement-item';
import { DecisionWords } from './words';

const tabs: readonly MineTab[] = ['comments', 'decisions', 'reports'];
const panelId = 'parley-mine';

/** The reader's comments, what was decided about them, and what became of their reports, in the place of the conversation. */
export function MinePanel({ texts }: { texts: DecisionTexts }): VNode | null {
  const { model, act } = useFrame();
  const mine = useStore(model.mine, (state) => state);
  const words = useMemo(() => new DecisionWords(model.wording, texts), [texts]);
  if (mine === null) return null;
  return (
    <OwnPanel id={panelId} class="mine" title={texts.title} back={texts.back} onClose={() => act((frame) => frame.mine.close())}>
      <PanelLink
        text={texts.toPeople}
        onFollow={({ mine: own, readers }) => {
          own.close();
          readers.people.open('following');
        }}
      />
      <Tabs
        panelId={panelId}
        tabs={tabs.map((tab) => [tab, texts.tabs[tab]])}
        chosen={mine.tab}
        onShow={(tab) => act((frame) => frame.mine.show(tab))}
      />
      <TabPanel panelId={panelId} tab={mine.tab}>
        <OwnItems lists={mine} words={words} />
      </TabPanel>
    </OwnPanel>
  );
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

interface ItemsProps<Item> {
  tab: MineTab;
  list: OwnList<Item>;
  texts: DecisionTexts;
  none: string;
  children(item: Item): VNode;
}

function Items<Item>({ tab, list, texts, none, children }: ItemsProps<Item>): VNode {
  const { act } = useFrame();
  const read = (): void => act((frame) => frame.mine.read(tab));
  return (
    <>
      <ol class="mine-list">{list.items.map(children)}</ol>
      <ListEnd
        progress={list.progress}
        isEmpty={list.items.length === 0}
        hasMore={list.nextCursor !== null}
        none={none}
        showMore={texts.showMore}
        onMore={read}
        onTryAgain={read}
      />
    </>
  );
}
