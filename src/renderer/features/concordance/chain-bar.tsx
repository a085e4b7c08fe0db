/** The way from the query to the lines shown: each step a chip with what it left, to be changed, taken away, undone. */
import { ChevronRight, Plus, Redo2, Undo2, X } from 'lucide-react';
import { type FocusEvent, useEffect, useRef, useState } from 'react';
import { Button, Dialog, DialogTrigger, Menu, MenuItem, MenuTrigger, Popover, Text } from 'react-aria-components';
import type { ConcordanceSummary } from '../../../shared/answers.ts';
import type { Step } from '../../../shared/terms.ts';
import { useApp } from '../../app/store/store.ts';
import { currentProject } from '../../app/store/tagging.ts';
import { formatCount, formatNumber } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import './chain-bar.css';
import { StepForm } from './step-form.tsx';
import { isPlain, newStep, type StepKind, stepKinds, stepMenu, stepText } from './step-words.ts';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('concordance');

export interface ChainHandlers {
  /** Puts these steps in the place of those that stand. Fails when one cannot be done. */
  readonly onSteps: (steps: readonly Step[]) => Promise<void>;
  /** For what is pressed: a failure is reported by whoever gave this. */
  readonly onStepsNow: (steps: readonly Step[]) => void;
  /** Absent when there is nothing to undo. */
  readonly onUndo?: () => void;
  readonly onRedo?: () => void;
}

interface ChainBarProps extends ChainHandlers {
  readonly result: ConcordanceSummary;
}

export function ChainBar({ result, onSteps, onStepsNow, onUndo, onRedo }: ChainBarProps) {
  const steps = result.chain.map(({ step }) => step);
  const isChanged = onUndo !== undefined || onRedo !== undefined;
  return (
    <div
      className="concordance-chain"
      role="group"
      aria-label={t('chainBar.stepsOnLines')}
      tabIndex={-1}
      {...useKeptFocus<HTMLDivElement>(result)}
    >
      <ol className="concordance-chain-steps">
        <li className="concordance-step">
          <span className="concordance-step-query">
            <bdi className="concordance-step-text">{result.query.text}</bdi>
            <span className="concordance-step-total">{formatNumber(result.found)}</span>
          </span>
        </li>
        {result.chain.map(({ step, total }, place) => (
          <StepChip
            // The same kind may stand in the chain twice.
            key={`${place} ${JSON.stringify(step)}`}
            step={step}
            result={result}
            total={total}
            onApply={(changed) => onSteps(steps.map((known, at) => (at === place ? changed : known)))}
            onRemove={() => {
              onStepsNow(steps.filter((_, at) => at !== place));
            }}
          />
        ))}
      </ol>
      <AddStep result={result} steps={steps} onSteps={onSteps} onStepsNow={onStepsNow} />
      {isChanged && (
        <span className="concordance-chain-undo">
          <IconButton
            small
            label={t('chainBar.undoLastStep')}
            caps={['Ctrl', 'Z']}
            icon={Undo2}
            isDisabled={!onUndo}
            {...(onUndo ? { onPress: onUndo } : {})}
          />
          <IconButton
            small
            label={t('chainBar.redoStep')}
            caps={['Ctrl', 'Shift', 'Z']}
            icon={Redo2}
            isDisabled={!onRedo}
            {...(onRedo ? { onPress: onRedo } : {})}
          />
        </span>
      )}
    </div>
  );
}

/**
 * A chip that is taken away, or an undo that has nothing left to undo, would take the keyboard's place with it: the bar
 * takes it then, so that the keys of the pane still work.
 */
function useKeptFocus<Bar extends HTMLElement>(result: ConcordanceSummary) {
  const bar = useRef<Bar>(null);
  const isInside = useRef(false);
  useEffect(() => {
    // The browser drops the focus of a disabled button when it draws.
    const frame = requestAnimationFrame(() => {
      if (isInside.current && document.activeElement === document.body) bar.current?.focus();
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [result]);
  return {
    ref: bar,
    onFocus: () => {
      isInside.current = true;
    },
    onBlur: ({ relatedTarget }: FocusEvent) => {
      // Without a new place the focus was not moved but lost.
      if (relatedTarget !== null) isInside.current = bar.current?.contains(relatedTarget) ?? false;
    },
  };
}

interface StepChipProps {
  readonly step: Step;
  readonly result: ConcordanceSummary;
  readonly total: number;
  readonly onApply: (step: Step) => Promise<void>;
  readonly onRemove: () => void;
}

function StepChip({ step, result, total, onApply, onRemove }: StepChipProps) {
  const tagName = useApp((state) =>
    step.kind === 'tagged' ? currentProject(state)?.tags.find(({ tag }) => tag === step.tag)?.name : undefined,
  );
  const text = stepText(step, tagName);
  const face = (
    <>
      <span className="concordance-step-text">{text}</span>
      <span className="concordance-step-total" title={formatCount(total, 'line')}>
        {formatNumber(total)} <span className="ui-hidden">{t('chainBar.linesLeft', { count: total })}</span>
      </span>
    </>
  );
  return (
    <li className="concordance-step">
      <ChevronRight size={13} aria-hidden className="concordance-step-arrow ui-mirrors" />
      <span className="concordance-step-chip">
        {isPlain(step.kind) ? (
          <span className="concordance-step-face">{face}</span>
        ) : (
          <DialogTrigger>
            <Button className="concordance-step-face">
              <span className="ui-hidden">{t('chainBar.changeStep')} </span>
              {face}
            </Button>
            <Popover className="ui-popover" placement="bottom start" offset={6}>
              <Dialog className="concordance-step-dialog" aria-label={t('chainBar.changeStep')}>
                {({ close }) => <StepForm step={step} result={result} onApply={onApply} onDone={close} />}
              </Dialog>
            </Popover>
          </DialogTrigger>
        )}
        <button
          type="button"
          aria-label={t('chainBar.takeAwayStep', { text })}
          title={t('chainBar.takeAway')}
          onClick={onRemove}
        >
          <X aria-hidden size={12} />
        </button>
      </span>
    </li>
  );
}

interface AddStepProps extends Pick<ChainHandlers, 'onSteps' | 'onStepsNow'> {
  readonly result: ConcordanceSummary;
  readonly steps: readonly Step[];
}

function AddStep({ result, steps, onSteps, onStepsNow }: AddStepProps) {
  const [adding, setAdding] = useState<StepKind | null>(null);
  const anchor = useRef<HTMLSpanElement>(null);
  const close = () => {
    setAdding(null);
  };
  return (
    <span ref={anchor} className="concordance-add">
      <MenuTrigger>
        <Button className="ui-button ui-button-quiet concordance-add-button">
          <Plus size={13} aria-hidden /> {t('chainBar.addStep')}
        </Button>
        <Popover className="ui-popover" placement="bottom start" offset={4}>
          <Menu
            className="concordance-add-menu"
            onAction={(key) => {
              const kind = stepKinds.find((known) => known === key);
              if (kind === undefined) return;
              if (isPlain(kind)) onStepsNow([...steps, newStep(kind, result.query)]);
              else setAdding(kind);
            }}
          >
            {stepMenu().map(({ kind, name, hint }) => (
              <MenuItem key={kind} id={kind} textValue={name} className="concordance-add-row">
                <Text slot="label">{name}</Text>
                {hint !== '' && (
                  <Text slot="description" className="concordance-add-hint">
                    {hint}
                  </Text>
                )}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      <Popover
        className="ui-popover"
        placement="bottom start"
        offset={6}
        triggerRef={anchor}
        isOpen={adding !== null}
        onOpenChange={(open) => {
          if (!open) close();
        }}
      >
        <Dialog className="concordance-step-dialog" aria-label={t('chainBar.addStep')}>
          {adding && (
            <StepForm
              step={newStep(adding, result.query)}
              result={result}
              onApply={(step) => onSteps([...steps, step])}
              onDone={close}
            />
          )}
        </Dialog>
      </Popover>
    </span>
  );
}
