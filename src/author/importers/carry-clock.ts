/** The day and clock of a row that says no day, by the rows before it. */

export interface DayState {
  /** The document's day. */
  day: string | undefined;
  current: string | undefined;
  /** The clock of the row before, on 24 hours. */
  last: string;
  /** Some row was carried over midnight, so that the days of all that follow are not certain. */
  carried: boolean;
  /** Rows are on a clock of twelve hours without a word for its half. */
  isHalved: boolean;
}

/** Changes `state`. `written` is the clock as the source has it, `clock` on 24 hours. */
export function carryClock(state: DayState, clock: string, written: string): string {
  const { last, current } = state;
  if (Number(last.slice(0, 2)) - Number(clock.slice(0, 2)) <= 4 && !(state.isHalved && clock < '12:00')) return clock;
  const later = `${Number(clock.slice(0, 2)) + 12}${clock.slice(2)}`;
  const isPlain = /(?:^|\D)[1-9][:.]\d\d\D*$/.test(written) && !/\d\s?[ap]/i.test(written);
  if (isPlain && clock < '08:00' && later >= last && (state.isHalved || (last >= '10:00' && last < '13:00'))) {
    state.isHalved = true;
    return later;
  }
  if (current !== undefined && last > clock) {
    state.current = new Date(Date.parse(current) + 86_400_000).toISOString().slice(0, 10);
    Object.assign(state, { carried: true, isHalved: false });
  }
  return clock;
}
