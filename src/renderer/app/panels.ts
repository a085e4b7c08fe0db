/** The handle of the library's panel, for the command that hides and shows it. */
import { createRef } from 'react';
import type { PanelImperativeHandle } from 'react-resizable-panels';

export const libraryPanel = createRef<PanelImperativeHandle>();

export function toggleLibrary(): void {
  const panel = libraryPanel.current;
  if (!panel) return;
  if (panel.isCollapsed()) panel.expand();
  else panel.collapse();
}
