import { Check as CheckSign } from 'lucide-react';
import type { ReactNode } from 'react';
import { CheckboxButton, CheckboxField } from 'react-aria-components';
import './form.css';

interface CheckProps {
  readonly isSelected: boolean;
  readonly onChange: (selected: boolean) => void;
  readonly children: ReactNode;
}

export function Check({ isSelected, onChange, children }: CheckProps) {
  return (
    <CheckboxField isSelected={isSelected} onChange={onChange}>
      <CheckboxButton className="ui-check">
        <span className="ui-check-box">
          <CheckSign size={12} strokeWidth={3} aria-hidden />
        </span>
        {children}
      </CheckboxButton>
    </CheckboxField>
  );
}
