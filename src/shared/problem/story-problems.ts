/** The text, its pictures and its data. */
import { error, warning } from './catalogue-entry.ts';

/** What an author probably meant where a text is no MDX. */
export type MeantMarkup = 'comment' | 'autolink' | 'break' | 'rule' | 'picture' | 'words' | 'braces';

const remedies: Record<MeantMarkup | 'other', string> = {
  comment: 'Write comments as `{/* … */}`: they are removed.',
  autolink: 'Write the address without `<` and `>`, or as `[words](address)`.',
  break: 'Write `<br />`, or end the line with a backslash.',
  rule: 'Write `---` on a line of its own.',
  picture: 'Put the picture beside the text, and write `![What it shows](errors.png)`.',
  words: 'Begin the paragraph with another word: `import` and `export` at the start of a line are code.',
  braces: 'Write `\\{` if you mean the brace itself; comments go between `{/*` and `*/}`.',
  other: 'Close what was opened; write `\\<` and `\\{` if you mean the characters themselves.',
};

export const storyProblems = {
  // The story
  'story/not-mdx': error<{ reason: string; meant?: MeantMarkup | undefined }>(
    ({ reason }) => `The text cannot be read here: ${reason}.`,
    ({ meant }) => (meant ? remedies[meant] : remedies.other),
  ),
  'story/code': error<{ what: string }>(
    ({ what }) => `A postmortem cannot contain ${what}: it never runs code.`,
    () => 'Write plain text instead; comments go between `{/*` and `*/}`.',
  ),
  'story/unknown-component': error<{ name: string; nearest?: string | undefined }>(
    ({ name }) => `There is no component \`<${name}>\`.`,
    ({ nearest }) =>
      nearest ? `Did you mean \`<${nearest}>\`?` : 'Use Markdown, or a component from the list in `docs/writing.md`.',
  ),
  'story/unknown-attribute': error<{ component: string; name: string; known: string[] }>(
    ({ component, name }) => `\`<${component}>\` has no attribute \`${name}\`.`,
    ({ known }) => (known.length > 0 ? `It takes: ${known.join(', ')}.` : 'It takes none.'),
  ),
  'story/wrong-attribute': error<{ component: string; name: string; reason: string }>(
    ({ component, name, reason }) => `\`${name}\` of \`<${component}>\`: ${reason}.`,
    () => 'Correct the attribute.',
  ),
  'story/not-here': error<{ name: string; where: string }>(
    ({ name }) => `\`<${name}>\` cannot be used here.`,
    ({ where }) => `Put it ${where}.`,
  ),
  'story/bad-address': error(
    () => 'This link leads to an address that is not allowed.',
    () => 'Use https, http, mailto, or a path on this site.',
  ),
  'story/bad-character': error<{ code: string }>(
    ({ code }) => `There is an invisible or control character here: ${code}.`,
    () => 'Delete it.',
  ),
  'story/too-deep': error<{ limit: number }>(
    ({ limit }) => `The text is nested more than ${limit} levels deep.`,
    () => 'Flatten it.',
  ),
  'story/too-slow-together': error<{ seconds: number; slowest: readonly string[] }>(
    ({ seconds, slowest }) =>
      `This file was not read: slow files before it took more than ${seconds} seconds in total. The slowest were ${slowest.map((file) => `\`${file}\``).join(', ')}.`,
    () => 'Simplify or remove those.',
  ),
  'story/too-slow': error<{ seconds: number }>(
    ({ seconds }) => `Reading this postmortem took longer than ${seconds} seconds, or more memory than it may have.`,
    () => 'Look for thousands of nested or unclosed marks (`*`, `_`, `>`, `[`, `<`), or split a huge table.',
  ),
  'story/empty-heading': error(
    () => 'Nothing is left of this heading once internal text is removed.',
    () => 'Move the heading into the `<Internal>` block, or give it some public text.',
  ),
  // Images and data
  'image/unreadable': error<{ reason: string }>(
    ({ reason }) => `The image cannot be read: ${reason}.`,
    () => 'Export it again as PNG, JPEG or WebP.',
  ),
  'image/remote': error(
    () => 'The picture is on another server, which would see every reader and may remove it.',
    () => 'Download it, put it next to `index.mdx`, and write its file name: `![What it shows](errors.png)`.',
  ),
  'image/too-large': error<{ pixels: number }>(
    ({ pixels }) => `The image has more than ${pixels} pixels.`,
    () => 'Scale it down.',
  ),
  'story/anchor-taken': error<{ id: string }>(
    ({ id }) => `The anchor \`${id}\` is taken: by another \`<Anchor>\`, or by a part of the page.`,
    () => 'Give each `<Anchor>` its own id, other than names of parts such as `timeline` or `actions`.',
  ),
  'image/too-slow': error<{ file: string; seconds: number }>(
    ({ file, seconds }) => `\`${file}\` takes more than ${seconds} seconds to decode, or too much memory.`,
    () => 'Draw it with fewer elements, or save it as a smaller picture.',
  ),
  'image/no-alt': error(
    () => 'The image has no alternative text.',
    () => 'Describe the picture between the square brackets: `![Error rate climbs at 09:12](errors.png)`.',
  ),
  'chart/bad-data': error<{ reason: string }>(
    ({ reason }) => `The chart's data cannot be drawn: ${reason}.`,
    () => 'Give the CSV file a header line, one column of times with offsets, and columns of plain numbers.',
  ),
  'chart/thinned': warning<{ rows: number; drawn: number }>(
    ({ rows, drawn }) => `The CSV file has ${rows} rows; ${drawn} are drawn and listed.`,
    () => 'Nothing to do; shorten the file to choose the rows yourself.',
  ),
};
