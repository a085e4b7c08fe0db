/** A line of text with its name, a hint, and what is wrong with it. */
import { Input, Label, Text, TextField } from 'react-aria-components';
import './form.css';

interface TextInputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  /** Why it cannot be taken as it is. */
  readonly problem?: string;
  readonly placeholder?: string;
  readonly isMono?: boolean;
  readonly autoFocus?: boolean;
  readonly maxLength?: number;
}

export function TextInput(props: TextInputProps) {
  const { label, value, onChange, hint, problem, placeholder, isMono, autoFocus, maxLength } = props;
  return (
    <TextField
      className="ui-field"
      value={value}
      onChange={onChange}
      isInvalid={problem !== undefined}
      maxLength={maxLength ?? 200}
      autoFocus={autoFocus ?? false}
    >
      <Label className="ui-field-label">{label}</Label>
      <Input
        className={isMono ? 'ui-input ui-input-mono' : 'ui-input'}
        dir="auto"
        placeholder={placeholder ?? ''}
        autoComplete="off"
        spellCheck={false}
      />
      {problem !== undefined && (
        <Text slot="errorMessage" className="ui-field-error">
          {problem}
        </Text>
      )}
      {hint !== undefined && (
        <Text slot="description" className="ui-field-hint">
          {hint}
        </Text>
      )}
    </TextField>
  );
}
