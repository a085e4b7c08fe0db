/**
 * How often collocates stand at each place before and after the node: one row of columns for each collocate, all to one
 * scale, in reading order. In a right-to-left text what stands before the node stands on its right.
 */
import { standingBar } from './bar-shape.ts';
import type { CollocateProfile, PositionProfileProps, ProfilePlace } from './chart-data.ts';
import { ChartFrame } from './chart-frame.tsx';
import { profileTable } from './chart-tables.ts';
import { type ChartRoom, localeNumbers, useRoom } from './chart-room.ts';
import { chartWords } from './chart-words.ts';
import { fitText } from './fit-text.ts';
import { Mark } from './mark.tsx';
import { Plot, type PlotPlaces, usePlot } from './plot.tsx';
import { profileOffsets, signedOffset } from './profile-layout.ts';
import { profileSummary } from './summary-words.ts';
import { SvgWord } from './svg-word.tsx';

export function PositionProfile<Profile extends CollocateProfile>(props: PositionProfileProps<Profile>) {
  const { profiles, node, direction, onPick, ...heading } = props;
  return (
    <ChartFrame
      heading={heading}
      summary={profileSummary(profiles, node, localeNumbers())}
      table={profileTable(profiles)}
      leastHeight={(size) => size * (4 + 3 * profiles.length)}
    >
      {(room) => <Profiles {...{ room, profiles, node, onPick }} isMirrored={direction === 'rtl'} />}
    </ChartFrame>
  );
}

interface ProfilesProps<Profile extends CollocateProfile> {
  readonly room: ChartRoom;
  readonly profiles: readonly Profile[];
  readonly node: string;
  readonly isMirrored: boolean;
  readonly onPick: ((profile: Profile, place: ProfilePlace) => void) | undefined;
}

function Profiles<Profile extends CollocateProfile>(props: ProfilesProps<Profile>) {
  const { room, profiles, isMirrored } = props;
  const { size, textWidth } = room;
  const offsets = profileOffsets(profiles);
  const labels = profiles.map(({ term }) => fitText(term, room.width * 0.25, (text) => textWidth(text, size)));
  const first = offsets[0] ?? -1;
  return (
    <Plot
      room={{ ...room, height: Math.min(room.height, size * (6 + 24 * profiles.length)) }}
      margin={{ top: size * 0.5, right: size, bottom: size * 0.5, left: size }}
      x={{
        ticks: offsets,
        domain: [first - 0.5, (offsets.at(-1) ?? 1) + 0.5],
        format: (offset) => (offset === 0 ? '' : signedOffset(offset)),
        isReversed: isMirrored,
        room: size + 12,
      }}
      y={{
        ticks: profiles.map((_, at) => at + 0.5),
        domain: [0, profiles.length],
        format: (at) => labels[Math.floor(at)] ?? '',
        isReversed: true,
        hasWords: true,
        room: Math.max(...labels.map((label) => textWidth(label, size))) + 14,
      }}
    >
      <ProfileMarks {...props} />
    </Plot>
  );
}

function ProfileMarks<Profile extends CollocateProfile>({ profiles, node, onPick }: ProfilesProps<Profile>) {
  const places = usePlot();
  const { size, textWidth } = useRoom();
  if (!places) return null;
  const highest = Math.max(1, ...profiles.flatMap((profile) => profile.places.map(({ count }) => count)));
  const rowHeight = places.y(1) - places.y(0);
  const column = Math.abs(places.x(1) - places.x(0));
  return (
    <g>
      <rect
        x={places.x(0) - column / 2}
        y={places.top}
        width={column}
        height={places.bottom - places.top}
        fill="var(--accent-soft)"
      />
      <SvgWord
        text={fitText(node, column * 1.5, (text) => textWidth(text, size, 600))}
        x={places.x(0)}
        y={places.bottom + 8 + size / 2}
        size={size}
        align="middle"
        weight={600}
        ink="accent"
      />
      {profiles.map((profile, row) => (
        <ProfileRow key={profile.term} {...{ profile, row, highest, rowHeight, column, places }} onPick={onPick} />
      ))}
    </g>
  );
}

interface ProfileRowProps<Profile extends CollocateProfile> {
  readonly profile: Profile;
  readonly row: number;
  readonly highest: number;
  readonly rowHeight: number;
  readonly column: number;
  readonly places: PlotPlaces;
  readonly onPick: ((profile: Profile, place: ProfilePlace) => void) | undefined;
}

function ProfileRow<Profile extends CollocateProfile>(props: ProfileRowProps<Profile>) {
  const { profile, row, highest, rowHeight, column, places, onPick } = props;
  const { numbers, size } = useRoom();
  const base = places.y(row + 1) - 4;
  const reach = rowHeight - size * 1.3 - 8;
  const thickness = Math.min(column * 0.74, size * 6);
  return (
    <g>
      <line x1={places.left} x2={places.right} y1={base} y2={base} stroke="var(--chart-axis)" />
      {profile.places
        .filter(({ offset }) => offset !== 0)
        .map((place) => {
          const x = places.x(place.offset);
          const top = base - (reach * place.count) / highest;
          const count = numbers.exact(place.count);
          return (
            <Mark
              key={place.offset}
              id={`${profile.term} ${place.offset}`}
              x={x}
              y={base}
              lane={profile.term}
              tip={{ title: profile.term, rows: [[chartWords.atPlace(signedOffset(place.offset)), count]] }}
              onPick={
                onPick &&
                (() => {
                  onPick(profile, place);
                })
              }
            >
              <rect
                x={x - column / 2}
                y={base - rowHeight + 4}
                width={column}
                height={rowHeight}
                fill="transparent"
                data-page-only
              />
              <path d={standingBar(base, top, x - thickness / 2, thickness)} fill="var(--chart-1)" />
              <SvgWord text={count} x={x} y={top - size * 0.7} size={size * 0.92} align="middle" ink="ink-soft" />
            </Mark>
          );
        })}
    </g>
  );
}
