import type { VNode } from 'preact';
import type { FeedItem } from '../../contract/inbox';
import { filled, isolated } from '../catalogues/wording';
import { Avatar } from '../view/avatar';
import { CommentLink } from '../view/comment-link';
import { CommentText } from '../view/comment-text';
import { ListEnd } from '../view/list-end';
import { When } from '../view/time';
import { useFrame } from '../view/use-frame';
import { type FeedGroup, groupedFeed } from './feed-groups';
import type { OpenInbox } from './inbox';
import { Empty } from './inbox-items';
import { useKeptFocus } from './use-kept-focus';
import type { InboxWords } from './words';

export interface FeedProps {
  open: OpenInbox;
  words: InboxWords;
}

/** What those wrote whom the reader follows, by article. */
export function Feed({ open: { following: list, seenAt }, words }: FeedProps): VNode {
  const { act } = useFrame();
  const { texts } = words;
  const { news, seen } = groupedFeed(list.pages, seenAt);
  const place = useKeptFocus(list.pages);
  return (
    <div ref={place}>
      {news.map((group) => (
        <Group key={keyOf(group)} group={group} words={words} />
      ))}
      {news.length > 0 && seen.length > 0 && (
        <p class="seen-line">
          <span>{texts.seenBefore}</span>
        </p>
      )}
      {seen.map((group) => (
        <Group key={keyOf(group)} group={group} words={words} />
      ))}
      <ListEnd
        progress={list.progress}
        isEmpty={list.pages.length === 0}
        hasMore={list.nextCursor !== null}
        none={<Empty title={texts.noFeedTitle} text={texts.noFeed} />}
        showMore={texts.showMore}
        onMore={() => act(({ inbox }) => inbox.readOlder('following'))}
        onTryAgain={() => act(({ inbox }) => inbox.tryAgain('following'))}
      />
    </div>
  );
}

function keyOf({ items }: FeedGroup): string | undefined {
  return items.at(-1)?.comment.id;
}

function Group({ group: { thread, items }, words }: { group: FeedGroup; words: InboxWords }): VNode {
  const { model, act } = useFrame();
  const isHere = thread.url === model.state.thread.url;
  const follow = (event: MouseEvent): void => {
    if (!isHere || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    act(({ inbox }) => inbox.close());
  };
  return (
    <section class="feed-group">
      <h3 class="feed-article">
        <a href={thread.url} target="_blank" rel="noopener" dir="auto" onClick={follow}>
          {thread.title || thread.url}
        </a>
      </h3>
      <ol class="feed-list">
        {items.map((item) => (
          <FeedComment key={item.comment.id} item={item} words={words} />
        ))}
      </ol>
    </section>
  );
}

function FeedComment({ item: { comment, parent, thread, at }, words }: { item: FeedItem; words: InboxWords }): VNode {
  const { model, act } = useFrame();
  const { texts } = model.wording;
  const { id, author } = comment;
  const [nameId, linkId] = [`feed-name-${id}`, `feed-link-${id}`];
  return (
    <li>
      <article aria-labelledby={nameId}>
        <header class="comment-head">
          <Avatar {...author} />
          <div class="byline">
            <h4 class="name" id={nameId}>
              <button type="button" class="by" onClick={() => act(({ readers }) => readers.profile.open(author))}>
                <bdi>{author.name}</bdi>
              </button>
              {author.badge && <span class="badge">{texts[author.badge]}</span>}
            </h4>
            <When at={at} />
          </div>
        </header>
        {parent && (
          <p class="feed-parent">
            <span>{filled(texts.answers, { name: isolated(parent.author.name) })}</span> <q dir="auto">{parent.excerpt}</q>
          </p>
        )}
        <CommentText body={comment.body} spoilerLabel={texts.showHiddenText} />
        <p class="feed-open">
          <CommentLink
            id={linkId}
            commentId={id}
            thread={thread}
            labelledBy={`${linkId} ${nameId}`}
            onFollow={({ inbox }, isHere) => isHere && inbox.close()}
          >
            {words.texts.openThere}
          </CommentLink>
        </p>
      </article>
    </li>
  );
}
