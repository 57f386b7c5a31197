import type { OpenAPIObject } from '@nestjs/swagger';
import { commentStatuses, reactionKinds, threadModes } from '../../contract/conversation';
import { limits } from '../../contract/limits';
import { sanctionKinds } from '../../contract/sanctions';

type Reference = { $ref: string };
type SchemaObject = Exclude<NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string], Reference>;

export const uuid: SchemaObject = { type: 'string', format: 'uuid' };
/** OpenAPI 3.1 says null as JSON Schema does; the types of the library still know only 3.0. */
function orNull(schema: SchemaObject | Reference): SchemaObject {
  return { oneOf: [schema, { type: 'null' }] };
}

const ids: SchemaObject = { type: 'array', items: uuid };
const optionalUuid = orNull(uuid);
const time: SchemaObject = { type: 'string', format: 'date-time' };
const count: SchemaObject = { type: 'integer', minimum: 0 };
const body: SchemaObject = {
  type: 'array',
  description: 'Blocks of the syntax tree of the text, named as in mdast; contract/text.ts has the types.',
  items: { type: 'object', properties: { type: { type: 'string' } }, required: ['type'], additionalProperties: true },
};

function object(properties: Record<string, SchemaObject | Reference>, description?: string): SchemaObject {
  return { type: 'object', description, properties, required: Object.keys(properties), additionalProperties: false };
}

/** With more that may be missing. */
function withOptional(schema: SchemaObject, optional: Record<string, SchemaObject>): SchemaObject {
  return { ...schema, properties: { ...schema.properties, ...optional } };
}

export function schemaNamed(name: string): Reference {
  return { $ref: `#/components/schemas/${name}` };
}

function listOf(name: string): SchemaObject {
  return { type: 'array', items: schemaNamed(name) };
}

const place = { id: uuid, seq: count, visibleSince: count, parentId: optionalUuid, rootId: uuid, depth: count };

const text: SchemaObject = { type: 'string' };

/** A comment outside its conversation. */
const commentElsewhere = {
  comment: schemaNamed('PublishedComment'),
  thread: object({ id: uuid, title: text, url: { type: 'string', format: 'uri' } }),
  parent: orNull(object({ author: object({ id: uuid, name: text }), excerpt: text })),
};

const thread = object({ id: uuid, title: text, url: { type: 'string', format: 'uri' } });
const told = { id: uuid, at: time, isRead: { type: 'boolean' } } satisfies Record<string, SchemaObject>;
const oneOf = (...values: string[]): SchemaObject => ({ type: 'string', enum: values });
const ownComment = object({ id: uuid, excerpt: text, thread });
const inboxItems = [
  object({
    kind: oneOf('reply', 'mention'),
    ...told,
    count: { type: 'integer', minimum: 1, maximum: limits.inbox.maxCounted },
    authors: { type: 'array', items: object({ id: uuid, name: text }), maxItems: limits.inbox.authors },
    authorCount: { type: 'integer', minimum: 1, maximum: limits.inbox.maxCounted },
    newest: schemaNamed('CommentElsewhere'),
  }),
  object({ kind: oneOf('pick'), ...told, comment: ownComment }),
  object({ kind: oneOf('decision'), ...told, outcome: oneOf('published', 'rejected', 'removed'), comment: ownComment }),
  object({ kind: oneOf('sanction'), ...told, sanction: oneOf(...sanctionKinds) }),
  object({ kind: oneOf('appeal'), ...told, outcome: oneOf('upheld', 'overturned') }),
  object({ kind: oneOf('report'), ...told, outcome: oneOf('upheld', 'dismissed') }),
];

/** The schemas of contract/conversation.ts, and of what shows comments elsewhere. */
export const conversationSchemas: Record<string, SchemaObject> = {
  ThreadState: withOptional(object({ head: count, commentCount: count, mode: { type: 'string', enum: [...threadModes] } }), {
    slowSeconds: { type: 'integer', minimum: 1, description: 'Slow mode: a reader may post once in so many seconds.' },
    question: { type: 'string', description: 'What the newsroom asks, as plain text.' },
    pickCount: { type: 'integer', minimum: 1, description: "Published comments that are editors' picks." },
  }),
  PublishedComment: object({
    state: { type: 'string', enum: ['published'] },
    ...place,
    author: object({ id: uuid, name: { type: 'string' }, badge: orNull({ type: 'string', enum: ['staff'] }) }),
    body,
    revision: { type: 'integer', minimum: 1 },
    postedAt: time,
    editedAt: orNull(time),
    pickedAt: orNull(time),
    likes: count,
    dislikes: count,
    replyCount: count,
  }),
  Tombstone: object({ state: { type: 'string', enum: ['tombstone'] }, ...place, postedAt: time, replyCount: count }),
  GoneComment: object({ state: { type: 'string', enum: ['gone'] }, id: uuid, seq: count }),
  VisibleComment: { oneOf: [schemaNamed('PublishedComment'), schemaNamed('Tombstone')] },
  CommentView: { oneOf: [schemaNamed('PublishedComment'), schemaNamed('Tombstone'), schemaNamed('GoneComment')] },
  CommentPage: object({ thread: schemaNamed('ThreadState'), comments: listOf('VisibleComment'), nextCursor: orNull({ type: 'string' }) }),
  RepliesPage: object({ thread: schemaNamed('ThreadState'), comments: listOf('VisibleComment'), hasMore: { type: 'boolean' } }),
  Permalink: object({
    thread: schemaNamed('ThreadView'),
    state: schemaNamed('ThreadState'),
    ancestors: listOf('VisibleComment'),
    comment: schemaNamed('VisibleComment'),
    replies: listOf('VisibleComment'),
  }),
  Changes: {
    oneOf: [
      object({ state: schemaNamed('ThreadState'), changes: listOf('CommentView') }),
      object(
        { state: schemaNamed('ThreadState'), reload: { type: 'boolean', enum: [true] }, changes: listOf('CommentView'), to: count },
        'Too far behind: load the page again. `changes` are those up to `to` that removed or edited something; more come after it.',
      ),
    ],
  },
  OwnComment: object({
    id: uuid,
    clientId: uuid,
    status: { type: 'string', enum: [...commentStatuses] },
    parentId: optionalUuid,
    text: { type: 'string' },
    body,
    revision: { type: 'integer', minimum: 1 },
    postedAt: time,
    editableUntil: time,
  }),
  MyComment: object({
    id: uuid,
    status: { type: 'string', enum: [...commentStatuses] },
    text: { type: 'string' },
    postedAt: time,
    thread: object({ title: { type: 'string' }, url: { type: 'string', format: 'uri' } }),
    site: object({ key: { type: 'string' }, name: { type: 'string' } }),
  }),
  MyCommentsPage: object({ comments: listOf('MyComment'), nextCursor: orNull({ type: 'string' }) }),
  PostedComment: object({
    own: schemaNamed('OwnComment'),
    view: orNull(schemaNamed('VisibleComment')),
    state: schemaNamed('ThreadState'),
  }),
  MineInThread: object({
    unpublished: listOf('OwnComment'),
    reactions: { type: 'object', additionalProperties: { type: 'string', enum: [...reactionKinds] } },
    sanction: orNull(schemaNamed('OwnSanction')),
    waitSeconds: orNull(count),
    reported: ids,
    following: object({
      followsThread: { type: 'boolean' },
      followsSection: { type: 'boolean' },
      conversations: ids,
      muted: ids,
      words: { type: 'array', items: { type: 'string' } },
    }),
  }),
  CommentElsewhere: object(commentElsewhere),
  InboxPage: object({
    items: { type: 'array', items: { oneOf: inboxItems } },
    nextCursor: orNull({ type: 'string' }),
  }),
  FeedPage: object({
    items: { type: 'array', items: object({ ...commentElsewhere, at: time, toldAt: time }) },
    nextCursor: orNull({ type: 'string' }),
    seenAt: orNull(time),
  }),
};
