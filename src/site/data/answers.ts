/**
 * Questions about the projection, and their answers. Whatever a page asked for decides when it is rendered again: each
 * answer has a digest. Values of which there may be many are kept for a while only.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A question a page asked, and the digest of the answer it got. */
export interface Reading {
  question: string;
  parameter: string;
  digest: string;
}

const readings = new AsyncLocalStorage<Map<string, Reading>>();
/** Digests of all answers so far; values, in order of their last use, of those that have no parameter and of some others. */
const digests = new Map<string, string>();
const values = new Map<string, unknown>();
const lasting = new Map<string, unknown>();
const mostValues = 1000;
/** What was made of answers, in order of its last use, with the questions. */
const works = new Map<string, { work: unknown; asked: ReadonlyMap<string, Reading> }>();
const mostWorks = 1000;
const questions = new Map<string, Question>();
const fileDigests = new Map<string, string>();
/** An answer is being made that is no file of the projection. */
let isAnswering = false;

interface Question {
  answer(parameter: string): unknown;
  /** Where the answer is a file of the projection: its path, `undefined` when there is none. */
  pathOf?(parameter: string): string | undefined;
}

/** Runs `render` and tells what it asked for, each question once, in a fixed order. */
export async function trackReadings<T>(render: () => Promise<T>): Promise<{ result: T; readings: Reading[] }> {
  const map = new Map<string, Reading>();
  const result = await readings.run(map, render);
  return { result, readings: [...map.keys()].sort().map((key) => map.get(key) as Reading) };
}

/**
 * True when every question would get the answer it got before. `isSameGround`: the files at the top of the projection are
 * those of then, of which alone every answer is made that is no file itself.
 */
export function isStillTrue(earlier: readonly Reading[], isSharedSame = false): boolean {
  return earlier.every(({ question, parameter, digest }) => {
    const query = questions.get(question);
    if (query === undefined) return false;
    return (isSharedSame && !query.pathOf) || digestOf(question, parameter, query) === digest;
  });
}

/** Tells SHA-256 digests, in hexadecimal, of files of the projection by their paths, so that they need not be read for it. */
export function noteDigests(known: Readonly<Record<string, string>>): void {
  for (const [path, digest] of Object.entries(known)) fileDigests.set(path, digest);
}

/** Forgets what was read, for a server whose projection changes under it. */
export function forgetAnswers(): void {
  for (const known of [digests, values, lasting, fileDigests, works]) known.clear();
}

type Query<P extends string, T> = string extends P ? (parameter?: string) => T : (parameter: P) => T;

/** A question that `answer` answers from what is projected. */
export function defineQuery<T>(question: string, answer: (parameter: string) => T): Query<string, T> {
  return register<T>(question, { answer: (parameter) => answerOf(() => answer(parameter)) });
}

/** A question whose answer is a file of the projection, at `path`: it is known by the bytes, also without reading them as data. */
export function queryFile<T>(
  question: string,
  path: string | ((parameter: string) => string | undefined),
): Query<string, T> {
  const pathOf = typeof path === 'string' ? () => path : path;
  const answer = (parameter: string) => {
    const found = pathOf(parameter);
    return found === undefined ? undefined : readProjected(found);
  };
  return register<T>(question, { answer, pathOf });
}

function answerOf<T>(answer: () => T): T {
  const before = isAnswering;
  isAnswering = true;
  try {
    return answer();
  } finally {
    isAnswering = before;
  }
}

function register<T>(question: string, query: Question): Query<string, T> {
  questions.set(question, query);
  return (parameter = '') => {
    const value = findValue(question, parameter, query.answer);
    const digest = digestOf(question, parameter, query);
    // What was asked for another answer is decided by that: it may change where the answer does not.
    if (!isAnswering) readings.getStore()?.set(`${question} ${parameter}`, { question, parameter, digest });
    return value as T;
  };
}

/** Values with a parameter are many: the latest are kept, so that the memory of a large site stays small. */
function findValue(question: string, parameter: string, answer: (parameter: string) => unknown): unknown {
  const key = `${question} ${parameter}`;
  const kept = parameter === '' ? lasting : values;
  const value = kept.has(key) ? kept.get(key) : answer(parameter);
  kept.delete(key);
  kept.set(key, value);
  if (values.size > mostValues) values.delete(values.keys().next().value ?? '');
  return value;
}

function digestOf(question: string, parameter: string, { answer, pathOf }: Question): string {
  const key = `${question} ${parameter}`;
  const known = digests.get(key);
  if (known !== undefined) return known;
  const digest = pathOf ? digestOfFile(pathOf(parameter)) : shortDigest(findValue(question, parameter, answer));
  digests.set(key, digest);
  return digest;
}

function digestOfFile(path: string | undefined): string {
  if (path === undefined) return 'nothing';
  return fileDigests.get(path) ?? hash('sha256', readText(path));
}

function shortDigest(value: unknown): string {
  return hash('sha256', JSON.stringify(value) ?? 'nothing', 'base64url').slice(0, 22);
}

/** What is worked out once of all there is, and is no answer to a page. */
export function once<T>(name: string, find: () => T): T {
  return findValue(name, '', find) as T;
}

/**
 * What `make` makes of answers for `key`, made once for many pages: each that uses it has asked what was asked for it. Nobody may
 * change it.
 */
export function share<T>(name: string, key: string, make: () => T): T {
  const place = `${name} ${key}`;
  const shared = works.get(place) ?? makeWork(make);
  works.delete(place);
  works.set(place, shared);
  if (works.size > mostWorks) works.delete(works.keys().next().value ?? '');
  const asking = readings.getStore();
  for (const [question, reading] of shared.asked) asking?.set(question, reading);
  return shared.work as T;
}

function makeWork(make: () => unknown) {
  const asked = new Map<string, Reading>();
  return { work: readings.run(asked, make), asked };
}

/** A file of the projection. Throws when there is none. */
export function readProjected<T>(path: string): T {
  return JSON.parse(readText(path)) as T;
}

export function isProjected(path: string): boolean {
  return existsSync(join(projectionFolder(), path));
}

function readText(path: string): string {
  if (isAnswering && path.includes('/'))
    throw new Error(`An answer was made of ${path}: ask for that file, so that a change of it is seen.`);
  return readFileSync(join(projectionFolder(), path), 'utf8');
}

function projectionFolder(): string {
  const folder = process.env['CANDOR_PROJECTION'];
  if (!folder) throw new Error('CANDOR_PROJECTION does not name a projection.');
  return folder;
}
