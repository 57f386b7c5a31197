import type { ComponentType, VNode } from 'preact';
import { useStore } from '../store/use-store';
import { OwnPanel, TabPanel, Tabs } from '../view/own-panel';
import { PanelLink } from '../view/panel-link';
import { useFrame } from '../view/use-frame';
import { Feed } from './feed';
import { InboxItems, MarkAllRead } from './inbox-items';
import type { NewsPlace } from './news';
import type { NewsPillProps } from './news-pill';
import type { InboxWords } from './words';

const tabs: readonly NewsPlace[] = ['inbox', 'following'];
const panelId = 'parley-inbox';

export interface InboxPanelProps {
  words: InboxWords;
  /** Comes with what is loaded before: it has parts in common with that. */
  Pill: ComponentType<NewsPillProps>;
}

/** What others did that concerns the reader, and what those whom they follow wrote, in the place of the conversation. */
export function InboxPanel({ words, Pill }: InboxPanelProps): VNode | null {
  const { model, act } = useFrame();
  const open = useStore(model.inbox, (state) => state);
  if (open === null) return null;
  const { texts } = words;
  return (
    <OwnPanel id={panelId} class="inbox" title={texts.title} back={texts.back} onClose={() => act(({ inbox }) => inbox.close())}>
      <Tabs
        panelId={panelId}
        tabs={tabs.map((tab) => [tab, <TabLabel key={tab} tab={tab} words={words} />])}
        chosen={open.tab}
        onShow={(tab) => act(({ inbox }) => inbox.show(tab))}
      />
      <TabPanel panelId={panelId} tab={open.tab}>
        <div class="inbox-bar">
          <Pill tab={open.tab} waiting={open[open.tab].waiting} words={words} />
          {open.tab === 'inbox' ? (
            <MarkAllRead list={open.inbox} words={words} />
          ) : (
            <PanelLink text={texts.toPeople} onFollow={({ readers }) => readers.people.open('following')} />
          )}
        </div>
        {open.tab === 'inbox' ? <InboxItems list={open.inbox} words={words} /> : <Feed open={open} words={words} />}
      </TabPanel>
    </OwnPanel>
  );
}

/** Its name, and how much waits there. */
function TabLabel({ tab, words }: { tab: NewsPlace; words: InboxWords }): VNode {
  const { texts } = words;
  const count = useStore(useFrame().model.news, (news) => (tab === 'inbox' ? news?.unread : news?.following) ?? 0);
  return (
    <>
      {texts.tabs[tab]}
      {count > 0 && (
        <>
          <span class="tab-count" aria-hidden="true">
            {words.number(count)}
          </span>
          <span class="only-heard">{words.counted(tab === 'inbox' ? texts.unreadCount : texts.newCount, count)}</span>
        </>
      )}
    </>
  );
}
