import { dateText } from '../language/locale.ts';

/** A day as the interface writes it, of an ISO 8601 time; the time as it is when it is none. */
export function dayText(iso: string): string {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? iso : dateText(time, 'day');
}

/** A day and the time on it, by the clock of the machine. */
export function timeText(iso: string): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  const two = (value: number) => String(value).padStart(2, '0');
  const local = time.getTime() - time.getTimezoneOffset() * 60_000;
  return `${dateText(local, 'day')} ${two(time.getHours())}:${two(time.getMinutes())}`;
}
