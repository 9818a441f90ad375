import { Component, type ComponentChildren } from 'preact';
import { labels } from './labels';

interface ApartProps {
  readonly children: ComponentChildren;
}

/** Keeps what fails inside to itself: in its place stands a line that says so, until other data come. */
export class Apart extends Component<ApartProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  override componentDidCatch(error: unknown): void {
    console.error(error);
    this.setState({ hasFailed: true });
  }

  override componentWillReceiveProps(): void {
    if (this.state.hasFailed) this.setState({ hasFailed: false });
  }

  override render() {
    return this.state.hasFailed ? <p class="empty">{labels.failed}</p> : this.props.children;
  }
}
