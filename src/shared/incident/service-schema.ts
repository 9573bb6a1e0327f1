/** One service and the agreements (SLAs) it is under: `content/services/<id>.yaml`. */
import { z } from 'zod';
import { addressName } from './address-name.ts';
import { parseBusinessHours } from './business-hours.ts';
import { isTimeZone, parseCalendarDate, parseInstant } from './instant.ts';

const text = z.string().trim().min(1);
const calendarDate = z
  .string()
  .refine((value) => parseCalendarDate(value) !== undefined, { error: 'a day, like 2025-01-31' });
const instant = z
  .string()
  .refine((value) => parseInstant(value) !== undefined, { error: 'a moment with an offset, like 2025-01-31T09:00Z' })
  .transform((value) => parseInstant(value) as string);
const timezone = z.string().refine(isTimeZone, { error: 'an IANA time zone, like Europe/London' });

/** `24x7`, or weekdays, opening hours and a time zone. */
const hours = z.string().refine((value) => value === '24x7' || isTimeZone(parseBusinessHours(value)?.timezone ?? ''), {
  error: '24x7, or hours like "Mon-Fri 09:00-17:30 Europe/London"',
});

const within = z
  .string()
  .regex(
    /^P(?=\d|T\d)(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?)?$/,
    'an ISO 8601 duration of days, hours and minutes, like PT4H or P14D',
  );

const inForce = {
  from: calendarDate.describe('First day on which it is in force.'),
  until: calendarDate.optional().describe('Last day on which it is in force.'),
};

const weight = z.union([z.number().min(0).max(1), z.literal('share')]);

export const availabilityWindows = ['calendar-month', 'calendar-quarter', 'rolling-30-days'] as const;

const availabilitySchema = z.strictObject({
  kind: z.literal('availability').describe('Share of a window in which the service was up.'),
  target: z.number().gt(0).max(100).describe('Least availability, in percent.'),
  window: z.enum(availabilityWindows).describe('Over which the availability is measured.'),
  timezone: timezone.default('UTC').describe('Zone in which months and quarters begin.'),
  counts: z
    .strictObject({
      down: weight.default(1).describe('Weight of a minute down.'),
      partial: weight.default('share').describe('Weight of a minute of partial failure, or `share`.'),
      degraded: weight.default(0).describe('Weight of a degraded minute, or `share`.'),
    })
    .default({ down: 1, partial: 'share', degraded: 0 })
    .describe('How much of each impacted minute counts as downtime.'),
  excludesMaintenance: z.boolean().default(false).describe('Whether announced maintenance is left out of the window.'),
  credits: z
    .array(
      z.strictObject({
        below: z.number().gt(0).max(100).describe('Availability under which the credit is due, in percent.'),
        percent: z.number().gt(0).max(100).describe('Share of the fee credited, in percent.'),
      }),
    )
    .default([])
    .describe('Credits due to customers.'),
  ...inForce,
});

const responseSchema = z.strictObject({
  kind: z.enum(['acknowledge', 'resolve']).describe('From first logged to acknowledged, or to resolved.'),
  severity: addressName.describe('The severity it holds for.'),
  within: within.describe('Longest time allowed.'),
  hours: hours.default('24x7').describe('When the clock runs.'),
  holidays: z.array(calendarDate).default([]).describe('Days on which the clock of business hours stands still.'),
  ...inForce,
});

const publishSchema = z.strictObject({
  kind: z.literal('publish').describe('From resolved to published.'),
  severity: addressName.optional().describe('The severity it holds for; all when absent.'),
  within: within.describe('Longest time allowed.'),
  ...inForce,
});

export const agreementSchema = z.discriminatedUnion('kind', [availabilitySchema, responseSchema, publishSchema]);

export const serviceSchema = z.strictObject({
  name: text.describe('Shown to readers.'),
  description: text.optional().describe('What it does for them, in one sentence.'),
  group: text.optional().describe('The heading it stands under in the list of services.'),
  translations: z
    .record(
      z.string(),
      z.strictObject({
        name: text.optional().describe('Shown to readers.'),
        description: text.optional().describe('What it does for them, in one sentence.'),
        group: text.optional().describe('The heading it stands under in the list of services.'),
      }),
    )
    .default({})
    .describe('Its words in other languages of the site, by their tags.'),
  since: calendarDate.optional().describe('The day it began.'),
  internal: z.boolean().default(false).describe('Withholds the service from the public edition.'),
  agreements: z.array(agreementSchema).default([]).describe('Agreements it is or was under.'),
  maintenance: z
    .array(
      z.strictObject({
        from: instant.describe('Begin.'),
        to: instant.describe('End.'),
        what: text.optional().describe('What was done.'),
      }),
    )
    .default([])
    .describe('Announced maintenance.'),
});

export type Agreement = z.output<typeof agreementSchema>;
export type Service = z.output<typeof serviceSchema>;
/** A service as the projection stores it, in one language; `internal: true` only in the internal edition. */
export type PublicService = Omit<Service, 'translations'> & { id: string };
