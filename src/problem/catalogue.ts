/**
 * The catalogue of problems: a permanent code each, with its severity, the fact and the remedy in words.
 * No sentence here may carry private text; problems about redaction say kind and length only.
 */

type Severity = 'error' | 'warning';

interface Entry<Values> {
  severity: Severity;
  fact: (values: Values) => string;
  remedy: (values: Values) => string;
}

const error = <Values = undefined>(
  fact: (values: Values) => string,
  remedy: (values: Values) => string,
): Entry<Values> => ({ severity: 'error', fact, remedy });

const warning = <Values = undefined>(
  fact: (values: Values) => string,
  remedy: (values: Values) => string,
): Entry<Values> => ({ severity: 'warning', fact, remedy });

interface Pair {
  earlier: string;
  earlierAt: string;
  later: string;
  laterAt: string;
}

export const catalogue = {
  // Files
  'file/not-found': error<{ path: string }>(
    ({ path }) => `There is no \`${path}\`.`,
    () => 'Add the file, or mend the path.',
  ),
  'file/empty': error(
    () => 'The file is empty.',
    () =>
      'Begin a postmortem with frontmatter between two lines of `---`; write `{}` into a YAML file that has nothing to say.',
  ),
  'file/too-large': error<{ bytes: number; limit: number }>(
    ({ bytes, limit }) => `The file has ${bytes} bytes; the limit is ${limit}.`,
    () => 'Shorten the text, or move long logs into an attachment elsewhere and link to it.',
  ),
  'file/not-text': error(
    () => 'The file is not UTF-8 text.',
    () => 'Save it as UTF-8 text, or give it the file ending of what it is.',
  ),
  'file/outside': error(
    () => 'The path leads out of its folder, or through a symbolic link.',
    () => 'Put the file itself beside `index.mdx` and name it without a folder.',
  ),
  'file/unexpected': error<{ name: string }>(
    ({ name }) => `\`${name}\` is not a file that Candor reads here.`,
    () =>
      'A postmortem is a folder with `index.mdx`, and its images (png, jpg, webp, gif, avif, svg), CSV files and minutes beside it.',
  ),
  'file/line-too-long': error<{ limit: number }>(
    ({ limit }) => `A line is longer than ${limit} characters.`,
    () => 'Break the line.',
  ),
  // YAML
  'yaml/no-frontmatter': error(
    () => 'The file does not begin with frontmatter.',
    () => 'Begin it with a line `---`, then YAML, then another line `---`.',
  ),
  'yaml/unclosed-frontmatter': error(
    () => 'The frontmatter has no end.',
    () => 'Close it with a line `---`.',
  ),
  'yaml/malformed': error<{ reason: string }>(
    ({ reason }) => `This is not YAML: ${reason}.`,
    () =>
      'Mend the line. Put text between quotes when it begins with `@`, `*` or a quote, holds `: ` or ` #`, or, within `[…]` and `{…}`, a comma.',
  ),
  'yaml/duplicate-key': error<{ key: string }>(
    ({ key }) => `The key \`${key}\` is given twice.`,
    () => 'Keep one of the two.',
  ),
  'yaml/not-allowed': error<{ what: string }>(
    ({ what }) => `Candor does not read YAML ${what}.`,
    () => 'Write the value out in full.',
  ),
  // Schema
  'schema/missing': error<{ key: string; meaning?: string | undefined }>(
    ({ key, meaning }) => `\`${key}\` is missing${meaning ? `: ${lowerFirst(meaning)}` : '.'}`,
    ({ key }) => `Add \`${key}\`.`,
  ),
  'schema/unknown-key': error<{ key: string; nearest?: string | undefined; known: string[] }>(
    ({ key }) => `There is no key \`${key}\` here.`,
    ({ nearest, known }) =>
      nearest
        ? `Did you mean \`${nearest}\`?`
        : `Known here: ${known.join(', ')}. Text with a comma within \`{…}\` needs quotes; private notes of any shape go under \`internal:\` at the top level.`,
  ),
  'schema/wrong-type': error<{ key: string; expected: string; found: string }>(
    ({ key, expected, found }) => `\`${key}\` is ${found}, and must be ${expected}.`,
    ({ expected }) => `Write ${expected}.`,
  ),
  'schema/wrong-value': error<{ key: string; reason: string; remedy?: string | undefined }>(
    ({ key, reason }) => `\`${key}\`: ${reason}`,
    ({ remedy }) => remedy ?? 'Mend the value.',
  ),
  // Times
  'times/out-of-order': error<Pair>(
    ({ earlier, earlierAt, later, laterAt }) => `\`${later}\` (${laterAt}) is before \`${earlier}\` (${earlierAt}).`,
    ({ earlierAt, later }) => `Set \`${later}\` to ${earlierAt} or later, or mend the other.`,
  ),
  'times/outside-incident': error<{ key: string; at: string; from: string; to: string }>(
    ({ key, at, from, to }) => `\`${key}\` (${at}) lies outside the incident, ${from} to ${to}.`,
    () => 'Mend the window, or the times of the incident.',
  ),
  // The record as a whole
  'record/required-when-final': error<{ key: string; state: string }>(
    ({ key, state }) => `A ${state} postmortem needs \`${key}\`.`,
    ({ key }) => `Add \`${key}\`, or set \`state: draft\` until it is known.`,
  ),
  'record/unknown-severity': error<{ severity: string; known: string[] }>(
    ({ severity }) => `\`${severity}\` is not a severity of this site.`,
    ({ known }) => `Use one of: ${known.join(', ')}.`,
  ),
  'record/unknown-service': error<{ service: string; nearest?: string | undefined }>(
    ({ service }) => `There is no service \`${service}\`.`,
    ({ nearest, service }) => (nearest ? `Did you mean \`${nearest}\`?` : `Add \`content/services/${service}.yaml\`.`),
  ),
  'record/unknown-person': error(
    () => 'A handle here is not in `content/people.yaml`.',
    () =>
      'Add the person with the role to show instead, or mend the handle; write a package or account name as `code`.',
  ),
  'record/unknown-related': error<{ id: string }>(
    ({ id }) => `No public postmortem has the id \`${id}\`.`,
    () => 'Mend the id, or remove it until that postmortem is public.',
  ),
  'record/duplicate': error<{ what: string; value: string }>(
    ({ what, value }) => `The ${what} \`${value}\` is taken by another.`,
    ({ what }) => `Give each its own ${what}.`,
  ),
  'record/bad-slug': error(
    () => 'The name of this folder cannot be an address.',
    () => 'Rename it to lower-case letters, digits and single hyphens, at most 100, not a reserved device name.',
  ),
  'record/reserved-page': error(
    () => 'Candor has a page of this name itself.',
    () => 'Rename the file.',
  ),
  'record/action-state': error<{ id: string; state: string; key: string }>(
    ({ id, state, key }) => `Action \`${id}\` is ${state}, and \`${key}\` does not say so.`,
    ({ key, state }) => `Make \`${key}\` and \`state: ${state}\` agree.`,
  ),
  'record/missing-section': error<{ heading: string }>(
    ({ heading }) => `The story has no heading "${heading}", which this site requires.`,
    ({ heading }) => `Add \`## ${heading}\`.`,
  ),
  // Agreements
  'agreements/contradicted': error<{ service: string; kind: string; claimed: string; computed: string }>(
    ({ service, kind, claimed, computed }) =>
      `The ${kind} agreement of \`${service}\` is said to be ${claimed}; the recorded facts of all postmortems give ${computed}.`,
    () => 'Mend the recorded times and windows, or what is said; `docs/agreements.md` shows how it is computed.',
  ),
  'agreements/known-now': warning<{ service: string; kind: string; claimed: string; computed: string }>(
    ({ service, kind, claimed, computed }) =>
      `The ${kind} agreement of \`${service}\` is said to be open (${claimed}); the recorded facts now give ${computed}.`,
    ({ computed }) => `Write \`verdict: ${computed}\`, or remove the line.`,
  ),
  'agreements/none': error<{ service: string; kind: string }>(
    ({ service, kind }) => `No ${kind} agreement of \`${service}\` was in force for this incident and its severity.`,
    ({ service }) => `Remove the line, or mend the agreement in \`content/services/${service}.yaml\`.`,
  ),
  // The story
  'story/not-mdx': error<{ reason: string }>(
    ({ reason }) => `The text cannot be read here: ${reason}.`,
    () => 'Close what was opened; write `\\<` and `\\{` where you mean the characters themselves.',
  ),
  'story/code': error<{ what: string }>(
    ({ what }) => `A postmortem cannot hold ${what}: it never runs code.`,
    () => 'Write the text itself; comments go between `{/*` and `*/}`.',
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
    () => 'Mend the attribute.',
  ),
  'story/not-here': error<{ name: string; where: string }>(
    ({ name }) => `\`<${name}>\` cannot stand here.`,
    ({ where }) => `Put it ${where}.`,
  ),
  'story/bad-address': error(
    () => 'This link leads to an address that is not allowed.',
    () => 'Use https, http, mailto, or a path on this site.',
  ),
  'story/bad-character': error<{ code: string }>(
    ({ code }) => `The invisible or control character ${code} stands here.`,
    () => 'Delete it.',
  ),
  'story/too-deep': error<{ limit: number }>(
    ({ limit }) => `The text is nested more than ${limit} levels deep.`,
    () => 'Flatten it.',
  ),
  'story/too-slow': error<{ seconds: number }>(
    ({ seconds }) => `Reading this postmortem took longer than ${seconds} seconds, or more memory than it may have.`,
    () => 'Look for thousands of nested or unclosed marks (`*`, `_`, `>`, `[`, `<`), or split a huge table.',
  ),
  'story/empty-heading': error(
    () => 'Nothing is left of this heading once internal text is removed.',
    () => 'Move the heading into the `<Internal>` block, or give it public words.',
  ),
  // Images and data
  'image/unreadable': error<{ reason: string }>(
    ({ reason }) => `The image cannot be read: ${reason}.`,
    () => 'Export it again as PNG, JPEG or WebP.',
  ),
  'image/too-large': error<{ pixels: number }>(
    ({ pixels }) => `The image has more than ${pixels} pixels.`,
    () => 'Scale it down.',
  ),
  'image/no-alt': error(
    () => 'The image has no alternative text.',
    () => 'Say between the square brackets what the picture shows: `![Error rate climbs at 09:12](errors.png)`.',
  ),
  'chart/bad-data': error<{ reason: string }>(
    ({ reason }) => `The chart's data cannot be drawn: ${reason}.`,
    () => 'Give the CSV file a header line, one column of times with offsets, and columns of plain numbers.',
  ),
  'chart/thinned': warning<{ rows: number; drawn: number }>(
    ({ rows, drawn }) => `The CSV file has ${rows} rows; ${drawn} are drawn and listed.`,
    () => 'Nothing to do; shorten the file to choose the rows yourself.',
  ),
  // Redaction
  'redaction/unaccounted': error<{ name: string }>(
    ({ name }) =>
      `A \`<${name}>\` mark stands where it marks nothing: in code, an attribute, an image text, or crossing another element.`,
    () =>
      'Open and close it around whole words or whole blocks; write the name without `<` where you only mean the word.',
  ),
  'redaction/reaches-inside': error<{ what: string }>(
    ({ what }) => `Public text uses ${what} that is defined in internal text only.`,
    () => 'Move the definition out of the internal text, or the use into it.',
  ),
  'redaction/interferes': error(
    () => 'The internal text here changes how the public text around it is read.',
    () =>
      'Put marks that pair, such as `*`, `~~`, `[` and `]`, wholly inside the internal text or wholly outside, and links not within links.',
  ),
  'redaction/private-text': error<{ kind: string; length: number }>(
    ({ kind, length }) => `Here is private text: ${kind}, ${length} characters.`,
    () =>
      'Remove it, mark it with `<Internal>`, write `@handle` for a person, or allow it with a reason in `content/redaction.yaml`.',
  ),
  'public/refused': error(
    () => 'This file cannot be copied: it is a link or a device, or has the name of a file that Candor writes.',
    () => 'Rename it, or put the file itself in the place of the link.',
  ),
  'gate/leak': error<{ kind: string; origin: string }>(
    ({ kind, origin }) => `This file would publish private text from ${origin}: ${kind}.`,
    () =>
      'Remove it from what is public, mark it, or allow the exact words with a reason in `content/redaction.yaml`. Nothing was published.',
  ),
  'gate/unreadable': error<{ reason: string }>(
    ({ reason }) => `This file cannot be checked for private text: ${reason}.`,
    () => 'Remove the file, or replace it by one that can be read. Nothing was published.',
  ),
  'redaction/policy': error<{ reason: string }>(
    ({ reason }) => `The policy cannot be used: ${reason}.`,
    () => 'Mend it; nothing is published without a policy.',
  ),
} as const satisfies Record<string, unknown>;

export type Catalogue = typeof catalogue;
export type ProblemCode = keyof Catalogue;

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
