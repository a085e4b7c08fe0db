/** Panes with edges that can be dragged; their sizes are remembered by the name of the group. */
import type { ReactNode } from 'react';
import { Group, Separator } from 'react-resizable-panels';
import { rememberPanes } from './actions/preferences.ts';
import './panes.css';
import { store } from './store/store.ts';

interface PanesProps {
  /** Under this name the sizes are kept. */
  readonly name: string;
  readonly orientation: 'horizontal' | 'vertical';
  readonly children: ReactNode;
}

export function Panes({ name, orientation, children }: PanesProps) {
  const sizes = store.getState().preferences.panes[name];
  return (
    <Group
      id={name}
      className="panes"
      orientation={orientation}
      {...(sizes ? { defaultLayout: { ...sizes } } : {})}
      onLayoutChanged={(layout, { isUserInteraction, requestedLayout }) => {
        if (isUserInteraction) rememberPanes(name, requestedLayout ?? layout);
      }}
    >
      {children}
    </Group>
  );
}

/** The edge between two panes: a hairline that is wider to the pointer than to the eye. */
export function PaneEdge({ label }: { readonly label: string }) {
  return <Separator className="panes-edge" aria-label={label} />;
}
