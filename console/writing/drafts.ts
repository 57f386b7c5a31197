import { createStore } from 'zustand/vanilla';

/** What somebody has written and not sent yet, by what it is for; gone when they leave. */
export class Drafts {
  readonly store = createStore<Record<string, string>>(() => ({}));

  of(purpose: string): string {
    return this.store.getState()[purpose] ?? '';
  }

  keep(purpose: string, text: string): void {
    this.store.setState({ [purpose]: text });
  }

  drop(purpose: string): void {
    const { [purpose]: _, ...others } = this.store.getState();
    this.store.setState(others, true);
  }

  clear(): void {
    this.store.setState({}, true);
  }
}

/** What the author of a rejected comment is to read. */
export const messageOn = (commentId: string): string => `message ${commentId}`;
/** What a reader who is sanctioned is to read. */
export const messageTo = (readerId: string): string => `sanction ${readerId}`;
export const noteOn = (readerId: string): string => `note ${readerId}`;
