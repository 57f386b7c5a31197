import { Component, type ReactNode } from 'react';

interface BoundaryProps {
  /** Where it stands: elsewhere is another try. */
  at: unknown;
  children: ReactNode;
  /** What stands there after something in it has failed. */
  instead(tryAgain: () => void): ReactNode;
  onFailure?(): void;
}

/** What fails in it takes nothing around it along. React has no such thing but a class. */
export class Boundary extends Component<BoundaryProps, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: true } {
    return { hasFailed: true };
  }

  override componentDidCatch(): void {
    this.props.onFailure?.();
  }

  override componentDidUpdate({ at }: BoundaryProps): void {
    if (this.state.hasFailed && at !== this.props.at) this.tryAgain();
  }

  override render(): ReactNode {
    return this.state.hasFailed ? this.props.instead(this.tryAgain) : this.props.children;
  }

  private readonly tryAgain = (): void => this.setState({ hasFailed: false });
}
