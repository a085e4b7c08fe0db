/** The last line of defence: a part of the page that cannot be drawn says so instead of leaving a white window. */
import { Component, type ReactNode } from 'react';
import { report } from './actions/failures.ts';
import { wordsOf } from '../language/words.ts';

const t = wordsOf('app');

interface FaultProps {
  readonly children: ReactNode;
}

interface FaultState {
  readonly message: string | null;
}

export class Fault extends Component<FaultProps, FaultState> {
  override state: FaultState = { message: null };

  static getDerivedStateFromError(error: unknown): FaultState {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override componentDidCatch(error: unknown): void {
    report(error);
  }

  override render(): ReactNode {
    if (this.state.message === null) return this.props.children;
    return (
      <div className="fault" role="alert">
        <h1>{t('fault.title')}</h1>
        <p>{this.state.message}</p>
        <button
          type="button"
          className="ui-button ui-button-main"
          onClick={() => {
            window.location.reload();
          }}
        >
          {t('fault.again')}
        </button>
      </div>
    );
  }
}
