/** A button that is only a sign: its name is its tooltip. */
import type { LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components';
import { KeyCaps } from './key-caps.tsx';

interface IconButtonProps {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly caps?: readonly string[];
  readonly small?: boolean;
  readonly isDisabled?: boolean;
  readonly onPress?: () => void;
}

function className(small: boolean | undefined): string {
  return small ? 'ui-icon-button ui-icon-button-small' : 'ui-icon-button';
}

/** Without `onPress` it serves as the trigger of a react-aria menu or dialog. */
export function IconButton({ label, icon: Icon, caps, small, isDisabled, onPress }: IconButtonProps) {
  return (
    <WithTooltip label={label} {...(caps ? { caps } : {})}>
      <Button
        aria-label={label}
        className={className(small)}
        isDisabled={isDisabled ?? false}
        {...(onPress ? { onPress } : {})}
      >
        <Icon size={small ? 14 : 16} aria-hidden />
      </Button>
    </WithTooltip>
  );
}

interface WithTooltipProps {
  readonly label: string;
  readonly caps?: readonly string[];
  readonly children: ReactElement;
}

export function WithTooltip({ label, caps, children }: WithTooltipProps) {
  return (
    <TooltipTrigger delay={500}>
      {children}
      <Tooltip className="ui-tooltip" offset={6}>
        {label} {caps && <KeyCaps caps={caps} />}
      </Tooltip>
    </TooltipTrigger>
  );
}
