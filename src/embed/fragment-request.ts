import type { CommentOrder } from '../../contract/conversation';
import type { Language } from '../../contract/embed';
import { readOrder } from '../comments';
import { InvalidRequest, isId } from '../platform/http';
import { readLanguage } from './page-language';

/** `page`: a document of its own. `part`: to be included in the publisher's. */
const forms = ['page', 'part'] as const;
export type FragmentForm = (typeof forms)[number];

/** One page of the conversation, or one comment with what it answers and its replies, from the first or after one of them. */
export interface FragmentRequest {
  form: FragmentForm;
  language: Language;
  order: CommentOrder;
  cursor: string | undefined;
  commentId: string | undefined;
  after: string | undefined;
}

/** @throws InvalidRequest */
export function readFragmentRequest(query: Record<string, unknown>): FragmentRequest {
  const given = (name: string): string | undefined => {
    const value = query[name];
    if (value === undefined || typeof value === 'string') return value;
    throw new InvalidRequest([{ field: name, detail: `name ${name} once` }]);
  };
  const form = forms.find((name) => name === (given('form') ?? 'page'));
  if (form === undefined) throw new InvalidRequest([{ field: 'form', detail: `form is one of ${forms.join(', ')}` }]);
  const [comment, after] = ['comment', 'after'].map((field) => {
    const id = given(field);
    if (id !== undefined && !isId(id)) throw new InvalidRequest([{ field, detail: `${field} is the id of a comment` }]);
    return id?.toLowerCase();
  });
  if (after !== undefined && comment === undefined)
    throw new InvalidRequest([{ field: 'after', detail: 'name the comment whose replies are asked for' }]);
  const cursor = given('cursor');
  if (comment !== undefined && cursor !== undefined)
    throw new InvalidRequest([{ field: 'cursor', detail: 'name a comment or a cursor, not both' }]);
  return {
    form,
    language: readLanguage(given('lang')),
    order: readOrder(given('order')),
    cursor,
    commentId: comment,
    after,
  };
}
