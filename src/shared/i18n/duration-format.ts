/** Durations in words, as `Intl.DurationFormat` writes them, which Node 22 has not. */

const units = ['day', 'hour', 'minute', 'second'] as const;

/** Whole numbers, none below zero; what is absent is zero. */
export type DurationParts = { readonly [unit in (typeof units)[number] as `${unit}s`]?: number };

export interface DurationFormat {
  /** `2 hours, 5 minutes`: units that are zero are left out, so that no time at all is an empty text. */
  format(duration: DurationParts): string;
  /** No time at all, in words: `0 minutes`. */
  none: string;
}

/** Follows ECMA-402, `Intl.DurationFormat`, for the styles `long` and `short`. */
export function createDurationFormat(locale: string, style: 'long' | 'short'): DurationFormat {
  const list = new Intl.ListFormat(locale, { type: 'unit', style });
  const numbers = units.map((unit) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: style }));
  return {
    format: (duration) =>
      list.format(
        units.flatMap((unit, index) => {
          const count = duration[`${unit}s`] ?? 0;
          return count === 0 ? [] : (numbers[index]?.format(count) ?? []);
        }),
      ),
    none: numbers[units.indexOf('minute')]?.format(0) ?? '',
  };
}
