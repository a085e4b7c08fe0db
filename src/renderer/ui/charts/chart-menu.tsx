/** What can be done with a chart. */
import { ChartLine, Copy, Ellipsis, FileImage, FilePlus2, FileType, Printer, Table2, Type } from 'lucide-react';
import { type ComponentType, use, useEffect, useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { WithTooltip } from '../icon-button.tsx';
import { saveFile } from '../save-file.ts';
import { type ChartCollector, CollectorContext } from './chart-collector.ts';
import type { ChartHeading } from './chart-data.ts';
import { pictureOf } from './chart-picture.ts';
import { rasterOf } from './chart-raster.ts';
import { textSizes } from './chart-room.ts';
import { type ChartTable, tableAsTsv } from './chart-table.ts';
import { chartWords } from './chart-words.ts';
import { printPicture } from './print-picture.ts';

interface ChartMenuProps {
  readonly heading: ChartHeading;
  readonly summary: string;
  readonly table: ChartTable;
  readonly isEmpty: boolean;
  readonly isTable: boolean;
  readonly isLarge: boolean;
  readonly withPicture: <Taken>(take: (svg: SVGSVGElement) => Taken) => Taken;
  readonly onTable: (isTable: boolean) => void;
  readonly onLarge: (isLarge: boolean) => void;
}

type Action = 'collect' | 'svg' | 'png-2' | 'png-3' | 'copy' | 'table' | 'large' | 'print';

interface Choice {
  readonly action: Action;
  readonly name: string;
  readonly icon: ComponentType<{ readonly size: number; readonly 'aria-hidden': true }>;
}

function choices(isTable: boolean, collector: ChartCollector | null): readonly Choice[] {
  return [
    ...(collector ? [{ action: 'collect', name: collector.name, icon: FilePlus2 } as const] : []),
    { action: 'svg', name: chartWords.saveSvg, icon: FileType },
    { action: 'png-2', name: chartWords.savePng(2), icon: FileImage },
    { action: 'png-3', name: chartWords.savePng(3), icon: FileImage },
    { action: 'copy', name: chartWords.copy, icon: Copy },
    { action: 'table', name: isTable ? chartWords.asChart : chartWords.asTable, icon: isTable ? ChartLine : Table2 },
    { action: 'large', name: chartWords.largeText, icon: Type },
    { action: 'print', name: chartWords.print, icon: Printer },
  ];
}

/** Milliseconds for which a remark stays. */
const remarkTime = 5000;

export function ChartMenu(props: ChartMenuProps) {
  const collector = use(CollectorContext);
  const [remark, setRemark] = useState('');
  const offered = choices(props.isTable, collector);
  useEffect(() => {
    const timer = setTimeout(() => {
      setRemark('');
    }, remarkTime);
    return () => {
      clearTimeout(timer);
    };
  }, [remark]);
  return (
    <div className="chart-tools">
      <span className="chart-remark" role="status">
        {remark}
      </span>
      <MenuTrigger>
        <WithTooltip label={chartWords.menu}>
          <Button className="ui-icon-button" aria-label={chartWords.menu} isDisabled={props.isEmpty}>
            <Ellipsis size={16} aria-hidden />
          </Button>
        </WithTooltip>
        <Popover className="ui-popover" placement="bottom end" offset={4}>
          <Menu
            className="chart-menu"
            onAction={(key) => {
              const choice = offered.find(({ action }) => action === key);
              if (choice) void perform(choice.action, props, collector).then(setRemark);
            }}
          >
            {offered.map(({ action, name, icon: Icon }) => (
              <MenuItem key={action} id={action} textValue={name} className="chart-menu-item">
                <Icon size={15} aria-hidden />
                {name}
                {action === 'large' && props.isLarge && <span className="chart-menu-on">✓</span>}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
    </div>
  );
}

/** What to tell of it; empty when it shows. */
async function perform(action: Action, props: ChartMenuProps, collector: ChartCollector | null): Promise<string> {
  switch (action) {
    case 'table':
      props.onTable(!props.isTable);
      return '';
    case 'large':
      props.onLarge(!props.isLarge);
      return '';
    case 'copy':
      try {
        await navigator.clipboard.writeText(tableAsTsv(props.table));
        return chartWords.copied(props.table.rows.length);
      } catch {
        return chartWords.notCopied;
      }
    case 'collect':
    case 'svg':
    case 'png-2':
    case 'png-3':
    case 'print':
      return drawn(action, props, collector).catch((error: unknown) =>
        chartWords.notSaved(error instanceof Error ? error.message : String(error)),
      );
  }
}

async function drawn(
  action: 'collect' | 'svg' | 'png-2' | 'png-3' | 'print',
  props: ChartMenuProps,
  collector: ChartCollector | null,
): Promise<string> {
  const { heading, summary, isLarge, withPicture } = props;
  // Looked at at once, before anything is awaited: the whole picture stands only for that moment.
  const picture = await withPicture((svg) => {
    const words = { ...heading, summary, size: textSizes[isLarge ? 'print' : 'screen'] };
    return action === 'print' ? onPaper(svg, () => pictureOf(svg, words)) : pictureOf(svg, words);
  });
  if (action === 'collect') return collector?.collect({ heading, summary, picture }) ?? '';
  if (action === 'print') {
    await printPicture(picture);
    return '';
  }
  const name = heading.fileName ?? heading.title;
  if (action === 'svg') {
    saveFile(`${name}.svg`, new Blob([picture.text], { type: 'image/svg+xml' }));
    return chartWords.saved(`${name}.svg`);
  }
  saveFile(`${name}.png`, await rasterOf(picture, action === 'png-2' ? 2 : 3));
  return chartWords.saved(`${name}.png`);
}

/** Paper is white, whatever the window is. */
function onPaper<Taken>(svg: SVGSVGElement, take: () => Taken): Taken {
  const figure = svg.closest('figure');
  if (!figure) return take();
  figure.style.colorScheme = 'light';
  try {
    return take();
  } finally {
    figure.style.colorScheme = '';
  }
}
