/** The choice of the interface's language, at the foot of the desk. */
import { Check, Languages } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { WithTooltip } from '../ui/icon-button.tsx';
import { wordsOf } from '../language/words.ts';
import { languageChoiceName, languageChoices, languageSwitchId, setLanguage } from './language.ts';
import '../ui/form.css';
import { useApp } from './store/store.ts';

const t = wordsOf('app');

export function LanguageSwitch() {
  const chosen = useApp((state) => state.preferences.language);
  return (
    <MenuTrigger>
      <WithTooltip label={t('language.switch')}>
        <Button id={languageSwitchId} aria-label={t('language.switch')} className="ui-icon-button ui-icon-button-small">
          <Languages size={14} aria-hidden />
        </Button>
      </WithTooltip>
      <Popover className="ui-popover" placement="top end" offset={4}>
        <Menu
          className="ui-options"
          aria-label={t('language.label')}
          selectionMode="single"
          selectedKeys={[chosen]}
          onAction={(key) => {
            const language = languageChoices.find((choice) => choice === key);
            if (language) setLanguage(language);
          }}
        >
          {languageChoices.map((choice) => (
            <MenuItem key={choice} id={choice} textValue={languageChoiceName(choice)} className="ui-option">
              <Check size={14} aria-hidden />
              <span {...(choice === 'system' ? {} : { lang: choice })}>{languageChoiceName(choice)}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
