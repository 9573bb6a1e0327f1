import { expect, test } from 'vitest';
import { findZone, readDuration, readTime } from '../../../src/author/importers/read-times.ts';

const utc = { name: 'UTC', offset: 'Z' };

test.each([
  ['All times in UTC.', 'Z'],
  ['All times are in CET', '+01:00'],
  ['Date and Time in CET', '+01:00'],
  ['Time (UTC+2)', '+02:00'],
  ['Times in UTC-05:30.', '-05:30'],
  ['Time', undefined],
  ['All times in BST.', undefined],
  ['The time in between was quiet.', undefined],
])('the zone of "%s" is %s', (text, offset) => {
  expect(findZone(text)?.offset).toBe(offset);
});

test.each([
  ['2021-02-19 08:35', '2021-02-19T08:35Z'],
  ['2021-12-10  15:40', '2021-12-10T15:40Z'],
  ['2021-02-19T08:35:10+01:00', '2021-02-19T08:35:10+01:00'],
  ['2021-02-19 8:35 PM', '2021-02-19T20:35Z'],
  ['2021-02-19 08:35 CET', '2021-02-19T08:35+01:00'],
  ['08:35', '2020-01-01T08:35Z'],
  ['2022-08-03 12:26-12:??', '2022-08-03T12:26Z'],
  ['2021-02-30 08:35', undefined],
  ['2021-02-19 25:00', undefined],
  ['2021-02-19 08:35 BST', undefined],
  ['2021-02-19', undefined],
  ['2021-02-19 HH:mm', undefined],
  ['2021-02-19 --:--', undefined],
  ['2021-02-19 14:??', undefined],
  ['2021/22-??-?? HH:mm', undefined],
])('the moment of "%s" is %s', (cell, at) => {
  expect(readTime(cell, utc, '2020-01-01').at).toBe(at);
});

test('a rough time is about', () => {
  expect(readTime('~2021-02-19 08:35', utc)).toMatchObject({ at: '2021-02-19T08:35Z', about: true });
  expect(readTime('ca. 2021-02-19 08:35', utc).about).toBe(true);
});

test('a clock time without any day is unknown', () => {
  expect(readTime('08:35', utc).at).toBeUndefined();
});

test.each([
  ['19 hours 43 minutes.', 1183],
  ['1415 minutes', 1415],
  ['22 hours', 1320],
  ['2 days', 2880],
  ['1h 5m', 65],
  ['?', undefined],
  ['N/A', undefined],
])('"%s" is %s minutes', (text, minutes) => {
  expect(readDuration(text)).toBe(minutes);
});
