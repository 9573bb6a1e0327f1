/** Exact figures as numbers short enough to read, rounded so that they never say otherwise than the verdict. */
import type { AvailabilityFigures } from './verdict.ts';
import { fullWeight } from './weighted-time.ts';

/** A number already rounded to `digits` decimals, all of which are to be shown. */
export interface ShownNumber {
  value: number;
  digits: number;
}

type Sums = Pick<AvailabilityFigures, 'measuredSeconds' | 'allowed' | 'used'>;

const mostDigits = 9;

/**
 * Availability in percent, cut off behind one decimal more than the target has, three at least: what is below the
 * target is shown below it, and only what never failed is shown as 100.
 */
export function shownAvailability({ measuredSeconds, used }: Sums, target: number): ShownNumber {
  const digits = Math.min(mostDigits, Math.max(3, decimalsOf(target) + 1));
  const total = BigInt(measuredSeconds) * BigInt(fullWeight);
  const scale = 10n ** BigInt(digits);
  const cut = ((total - BigInt(used)) * 100n * scale) / total;
  return { value: Number(cut) / Number(scale), digits };
}

/** Minutes used and allowed, with two decimals, or as many more as it takes to tell a breach from the limit itself. */
export function shownMinutes({ allowed, used }: Sums): { used: ShownNumber; allowed: ShownNumber } {
  for (let digits = 2; ; digits += 1) {
    const shown = { used: minutesOf(used, digits), allowed: minutesOf(allowed, digits) };
    if (digits === mostDigits || used > allowed === shown.used.value > shown.allowed.value) return shown;
  }
}

/** Minutes of a sum of seconds × billionths, rounded to `digits` decimals. */
export function minutesOf(weightedSeconds: number, digits = 2): ShownNumber {
  const scale = 10n ** BigInt(digits);
  const unit = BigInt(fullWeight) * 60n;
  const rounded = (BigInt(weightedSeconds) * scale + unit / 2n) / unit;
  return { value: Number(rounded) / Number(scale), digits };
}

/** Fraction of the error budget, 1 for all of it. `undefined` where nothing is allowed. */
export function shareOfBudget(used: number, allowed: number): number | undefined {
  return allowed === 0 ? undefined : used / allowed;
}

function decimalsOf(value: number): number {
  return /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
}
