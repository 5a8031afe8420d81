import { Component, type ReactNode } from 'react';

interface BoundaryProps {
  readonly children: ReactNode;
  readonly broken: (error: Error) => ReactNode;
}

interface BoundaryState {
  readonly error: Error | undefined;
}

/** A window that fails to draw something says so, and leaves the others standing. React knows no hook for this. */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { error: undefined };

  static getDerivedStateFromError(error: Error): BoundaryState {
    return { error };
  }

  override render(): ReactNode {
    return this.state.error ? this.props.broken(this.state.error) : this.props.children;
  }
}
