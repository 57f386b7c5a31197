import { renderToString } from 'preact-render-to-string';
import type { CommentPage, ThreadView } from '../contract/conversation';
import type { FrameState, Language } from '../contract/embed';
import styles from './styles/frame.css?inline';
import { App } from './view/app';

export const frameStyles: string = styles;
export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}
export function renderFrame(state: FrameState): string {
  return renderToString(<App state={state} />);
}
export function renderFragment({
  page,
}: {
  thread: ThreadView;
  page: CommentPage;
  language: Language;
  pageUrl(cursor: string): string;
  permalinkUrl(id: string): string;
}): string {
  return renderToString(<p>{page.thread.commentCount}</p>);
}
