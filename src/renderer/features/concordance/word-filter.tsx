/** In the head of a column of words: keeps the lines whose word there is, begins with or holds what is written. */
import { ListFilter } from 'lucide-react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { ConcordanceSummary } from '../../../shared/answers.ts';
import type { Step, WordPlace } from '../../../shared/terms.ts';
import { wordsOf } from '../../language/words.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import type { ChainHandlers } from './chain-bar.tsx';
import { keyName } from './sort-keys.ts';
import { StepForm } from './step-form.tsx';
import { newStep } from './step-words.ts';

const t = wordsOf('lines');

interface WordFilterProps extends Pick<ChainHandlers, 'onSteps'> {
  readonly result: ConcordanceSummary;
  readonly at: WordPlace;
}

export function WordFilter({ result, at, onSteps }: WordFilterProps) {
  const steps = result.chain.map(({ step }) => step);
  const place = steps.findIndex((step) => step.kind === 'word' && step.at === at);
  const standing = steps[place];
  const fresh: Step = { ...newStep('word', result.query), at };
  const label = t('wordFilter.column', { key: keyName(at) });
  return (
    <DialogTrigger>
      <span className={standing ? 'concordance-filter concordance-filter-on' : 'concordance-filter'}>
        <IconButton small label={label} icon={ListFilter} />
      </span>
      <Popover className="ui-popover" placement="bottom start" offset={6}>
        <Dialog className="concordance-step-dialog" aria-label={label}>
          {({ close }) => (
            <StepForm
              step={standing ?? fresh}
              result={result}
              onApply={(step) =>
                onSteps(standing ? steps.map((known, number) => (number === place ? step : known)) : [...steps, step])
              }
              onDone={close}
            />
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
