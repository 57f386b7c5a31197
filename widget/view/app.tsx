import type { FrameState } from '../../contract/embed';
export function App({ state }: { state: FrameState }) {
  return <main>{state.page.thread.commentCount}</main>;
}
