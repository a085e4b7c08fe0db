/** Buttons side by side of which exactly one is pressed. The children are a `ToggleButton` for each name, with it as id. */
import type { ReactNode } from 'react';
import { ToggleButtonGroup } from 'react-aria-components';

interface OneOfProps<Name extends string> {
  readonly label: string;
  readonly className: string;
  readonly names: readonly Name[];
  readonly chosen: Name;
  readonly onChoose: (name: Name) => void;
  readonly children: ReactNode;
}

export function OneOf<Name extends string>({ label, className, names, chosen, onChoose, children }: OneOfProps<Name>) {
  return (
    <ToggleButtonGroup
      className={className}
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosen]}
      onSelectionChange={(keys) => {
        const name = names.find((known) => keys.has(known));
        if (name !== undefined) onChoose(name);
      }}
    >
      {children}
    </ToggleButtonGroup>
  );
}
