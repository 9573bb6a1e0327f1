import { expect, test } from 'vitest';
import { inferTimes } from '../../../src/author/importers/infer-times.ts';

const rows = (...entries: [string, string][]) =>
  entries.map(([at, words]) => (at === '' ? { words } : { at: `2031-05-06T${at}Z`, words }));

test('the noted durations pick the row where the incident started', () => {
  const timeline = rows(
    ['07:00', 'Deploy'],
    ['08:00', 'All requests fail'],
    ['08:05', 'Investigation'],
    ['09:08', 'Traffic is back'],
  );
  expect(inferTimes(timeline, { detectionMinutes: 5, recoveryMinutes: 68 })).toMatchObject({
    started: '2031-05-06T08:00Z',
    firstLogged: '2031-05-06T08:05Z',
    resolved: '2031-05-06T09:08Z',
    doubts: [],
  });
});

test('without noted durations the incident started at the first row', () => {
  expect(
    inferTimes(rows(['07:00', 'Deploy'], ['08:00', 'Customer reported errors'], ['09:00', 'Fixed']), {}),
  ).toMatchObject({
    started: '2031-05-06T07:00Z',
    firstLogged: '2031-05-06T08:00Z',
    resolved: '2031-05-06T09:00Z',
    detectedBy: 'customer',
  });
});

test('a first row that tells of a report leaves the start unknown', () => {
  expect(inferTimes(rows(['08:00', 'A user reported errors']), {})).toEqual({
    firstLogged: '2031-05-06T08:00Z',
    detectedBy: 'unknown',
    doubts: [],
  });
});

test('a first row without a time leaves the start unknown', () => {
  expect(inferTimes(rows(['', 'Deploy'], ['08:00', 'Looked again']), {}).started).toBeUndefined();
});

test('noted durations that fit no rows leave the start unknown and are doubted', () => {
  const inferred = inferTimes(rows(['07:00', 'Deploy'], ['08:00', 'Alert received']), { detectionMinutes: 7 });
  expect(inferred.started).toBeUndefined();
  expect(inferred.doubts).toEqual(['The durations noted in the source do not fit its timeline.']);
});

test('a later permanent fix resolves what the noted recovery mitigated', () => {
  const timeline = rows(['07:00', 'Deploy'], ['07:30', 'Rolled back'], ['09:00', 'Issue permanently fixed']);
  expect(inferTimes(timeline, { recoveryMinutes: 30 })).toMatchObject({
    mitigated: '2031-05-06T07:30Z',
    resolved: '2031-05-06T09:00Z',
  });
});

test('nothing is inferred from nothing', () => {
  expect(inferTimes([], { detectionMinutes: 5 })).toMatchObject({ detectedBy: 'unknown' });
});
