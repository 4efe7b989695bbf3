/** A page that cannot be drawn says so in its place; everything around it stays, and another address is tried anew. */

import { Component, type ReactNode } from 'react';

export interface PageBoundaryProps {
  /** Path and query: what is wrong with one report is not wrong with the next. */
  readonly address: string;
  readonly broken: ReactNode;
  readonly children: ReactNode;
}

interface State {
  /** Where it broke; null: it did not. */
  readonly brokenAt: string | null;
  readonly address: string;
}

export class PageBoundary extends Component<PageBoundaryProps, State> {
  override state: State = { brokenAt: null, address: this.props.address };

  static getDerivedStateFromError(): Partial<State> {
    return { brokenAt: '' };
  }

  static getDerivedStateFromProps({ address }: PageBoundaryProps, state: State): State {
    // Broken just now: here. Elsewhere it is drawn again.
    if (state.brokenAt === '') return { brokenAt: address, address };
    return { brokenAt: state.brokenAt === address ? address : null, address };
  }

  override render(): ReactNode {
    return this.state.brokenAt === null ? this.props.children : this.props.broken;
  }
}
