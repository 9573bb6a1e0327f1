/** The kinds of files that a postmortem may offer for download, by their endings. */

export interface AttachmentKind {
  /** MIME type, as servers should send it. */
  type: string;
  /** Nobody can search all of it: a person looks through it, and the policy names its digest. */
  isClosed?: true;
}

const kinds: ReadonlyMap<string, AttachmentKind> = new Map<string, AttachmentKind>([
  ['csv', { type: 'text/csv' }],
  ['json', { type: 'application/json' }],
  ['jsonl', { type: 'text/plain' }],
  ['log', { type: 'text/plain' }],
  ['md', { type: 'text/markdown' }],
  ['ndjson', { type: 'text/plain' }],
  ['pdf', { type: 'application/pdf', isClosed: true }],
  ['tsv', { type: 'text/plain' }],
  ['txt', { type: 'text/plain' }],
  ['yaml', { type: 'text/plain' }],
  ['yml', { type: 'text/plain' }],
]);

/** For people. */
export const attachmentEndings = [...kinds.keys()];

/** The ending of a name in lower case; empty where there is none. */
export function attachmentEnding(name: string): string {
  return (/\.([A-Za-z0-9]+)$/.exec(name)?.[1] ?? '').toLowerCase();
}

/** `undefined` for what is not offered. */
export function attachmentKind(name: string): AttachmentKind | undefined {
  return kinds.get(attachmentEnding(name));
}
