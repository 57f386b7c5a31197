import type { ComponentChildren, VNode } from 'preact';
import type { InboxItem } from '../../contract/inbox';
import { Avatar } from '../view/avatar';
import { CommentLink } from '../view/comment-link';
import { ListEnd } from '../view/list-end';
import { When } from '../view/time';
import { useFrame } from '../view/use-frame';
import { destinationOf } from './destination';
import { beginningOf } from './excerpt';
import { itemsOf, type NewsList } from './news-list';
import { sameness } from './sameness';
import { useKeptFocus } from './use-kept-focus';
import type { InboxWords } from './words';

export interface InboxItemsProps {
  list: NewsList<InboxItem>;
  words: InboxWords;
}

export function InboxItems({ list, words }: InboxItemsProps): VNode {
  const { act } = useFrame();
  const { texts } = words;
  const items = itemsOf(list);
  const place = useKeptFocus(list.pages);
  return (
    <div ref={place}>
      <ol class="inbox-list">
        {items.map((item) => (
          <Item key={sameness.keyOf(item)} item={item} words={words} />
        ))}
      </ol>
      <ListEnd
        progress={list.progress}
        isEmpty={items.length === 0}
        hasMore={list.nextCursor !== null}
        none={<Empty title={texts.noItemsTitle} text={texts.noItems} />}
        showMore={texts.showMore}
        onMore={() => act(({ inbox }) => inbox.readOlder('inbox'))}
        onTryAgain={() => act(({ inbox }) => inbox.tryAgain('inbox'))}
      />
    </div>
  );
}

/** Its room is there also where nothing is left to mark. */
export function MarkAllRead({ list, words }: InboxItemsProps): VNode {
  const { act } = useFrame();
  const hasUnread = itemsOf(list).some(({ isRead }) => !isRead);
  return (
    <button type="button" class={hasUnread ? 'quiet' : 'quiet is-away'} onClick={() => act(({ inbox }) => inbox.markAllRead())}>
      {words.texts.markAllRead}
    </button>
  );
}

export function Empty({ title, text }: { title: string; text: string }): VNode {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      <p>{text}</p>
    </div>
  );
}

interface ItemProps {
  item: InboxItem;
  words: InboxWords;
}

/** One thing that happened. All of it leads where it says. */
function Item({ item, words }: ItemProps): VNode {
  const about = aboutOf(item);
  return (
    <li class={item.isRead ? 'inbox-item' : 'inbox-item is-unread'}>
      <Disc item={item} />
      <div class="inbox-about">
        <h3 class="inbox-what">
          {!item.isRead && <span class="only-heard">{words.texts.unread}: </span>}
          <ItemLink item={item}>
            <Headline item={item} words={words} />
          </ItemLink>
        </h3>
        {about && (
          <p class="inbox-excerpt" dir="auto">
            {about.excerpt}
          </p>
        )}
        <p class="inbox-where">
          <When at={item.at} />
          {about && <bdi>{about.thread.title || about.thread.url}</bdi>}
        </p>
      </div>
    </li>
  );
}

function Headline({ item, words }: ItemProps): VNode {
  const who = words.who(item);
  return (
    <>
      {who !== null && (
        <>
          <span class="inbox-who">{who}</span>
          <span aria-hidden="true">{'\u00a0'}·</span>{' '}
        </>
      )}
      {words.what(item)}
    </>
  );
}

/** How the comment begins that it is about, and where that stands. */
function aboutOf(item: InboxItem) {
  if ('newest' in item) return { excerpt: beginningOf(item.newest.comment.body), thread: item.newest.thread };
  return 'comment' in item ? item.comment : null;
}

/** Of the latest who did it; what the newsroom does has a sign of its own. */
function Disc({ item }: { item: InboxItem }): VNode {
  const author = 'authors' in item ? item.authors[0] : undefined;
  if (author) return <Avatar {...author} />;
  return (
    <span class="avatar is-sign" aria-hidden="true">
      {item.kind === 'pick' ? '★' : '§'}
    </span>
  );
}

function ItemLink({ item, children }: { item: InboxItem; children: ComponentChildren }): VNode {
  const { act } = useFrame();
  const to = destinationOf(item);
  if (to.tab === undefined) {
    return (
      <CommentLink
        commentId={to.commentId}
        thread={to.thread}
        class="inbox-link"
        onFollow={({ inbox }, isHere) => {
          void inbox.markRead(item.id);
          if (isHere) inbox.close();
        }}
      >
        {children}
      </CommentLink>
    );
  }
  const open = (): void =>
    act(({ inbox, mine }) => {
      void inbox.markRead(item.id);
      mine.open(to.tab);
    });
  return (
    <button type="button" class="link inbox-link" onClick={open}>
      {children}
    </button>
  );
}
