/**
 * Postmortems at random, for the fuzz tests: nested constructs of public words with private regions among them. Every
 * private region has two fillings, `a` and `b`, of the same grammar and nothing else in common.
 */
import fc from 'fast-check';

export type Filling = 'a' | 'b';

/** Inline or block source that can be written with either filling. */
type Source<T> = (filling: Filling) => T;
type Inline = Source<string>;
/** Lines, without the marks of the list or quote they stand in. */
type Block = Source<string[]>;

/** Private words begin with one of these: the same bird in several scripts, with accents, and in pieces. */
const canaryMarks = [
  ...['canary', 'Canary', 'CANARY', 'cánárÿ', 'CANARY'.replaceAll('A', 'A\u0301'), 'カナリア', '金丝雀', '카나리아'],
  ...['카나리아'.normalize('NFD'), 'นกขมิ้น', 'كناري', 'канарейка'],
];
/** All of them in normal form. */
export const canaryForms = /canary|カナリア|金丝雀|카나리아|นกขมิ้น|كناري|канареика/;

const letters = fc.stringMatching(/^[a-z]{3,6}[0-9]$/);
const publicWord = letters.map((word) => `pub${word}`);
const privateWord = fc.tuple(letters, fc.constantFrom(...canaryMarks)).map(([word, mark]) => `${mark}${word}`);

const same =
  <T>(value: T): Source<T> =>
  () =>
    value;
const region = <T>(inside: fc.Arbitrary<Source<T>>): fc.Arbitrary<Source<T>> =>
  fc.tuple(inside, inside).map(
    ([a, b]) =>
      (filling) =>
        filling === 'a' ? a('a') : b('b'),
  );
const joined =
  (parts: readonly Inline[], separator = ' '): Inline =>
  (filling) =>
    parts.map((part) => part(filling)).join(separator);
const around =
  (open: string, inside: Inline, close = open): Inline =>
  (filling) =>
    open + inside(filling) + close;

/**
 * Marks that wrap, a pair for each depth. Public and private ones differ, so that they rarely pair across a border, which
 * is refused; `wild` ones do.
 */
const marks = {
  public: [
    [],
    [
      ['__', '__'],
      ['<ins>', '</ins>'],
    ],
    [
      ['*', '*'],
      ['~~', '~~'],
    ],
  ],
  private: [
    [],
    [
      ['<sub>', '</sub>'],
      ['<mark>', '</mark>'],
    ],
    [
      ['_', '_'],
      ['<mark>', '</mark>'],
    ],
  ],
  wild: [
    [],
    [
      ['**', '**'],
      ['~~', '~~'],
    ],
    [
      ['*', '*'],
      ['[', '](/a)'],
    ],
  ],
} as const;

/** Inline grammar over one kind of words; `regions` are put among them. */
function inlineOf(
  word: fc.Arbitrary<string>,
  { depth, kind, regions }: { depth: number; kind: keyof typeof marks; regions?: fc.Arbitrary<Inline> },
): fc.Arbitrary<Inline> {
  const plain: fc.Arbitrary<Inline> = word.map(same);
  const leaves: fc.Arbitrary<Inline>[] = [
    plain,
    plain,
    word.map((text) => same(`\`${text}\``)),
    fc.tuple(word, word, word).map(([text, path, title]) => same(`[${text}](https://example.org/${path} "${title}")`)),
    word.map((text) => same(`https://example.org/${text}`)),
    word.map((text) => same(`${text}\\* &amp; \\_${text}`)),
    word.map((text) => same(`<abbr title="${text}">${text}</abbr>`)),
    ...(regions ? [regions, regions] : []),
  ];
  const one = fc.oneof(...leaves);
  if (depth === 0) return one;
  const inside = fc
    .array(inlineOf(word, { depth: depth - 1, kind, ...(regions ? { regions } : {}) }), { minLength: 1, maxLength: 2 })
    .map((parts) => joined(parts));
  const wrapped = (marks[kind][depth] ?? []).map(([open, close]) => inside.map((text) => around(open, text, close)));
  return fc.oneof({ weight: 4, arbitrary: one }, ...wrapped.map((arbitrary) => ({ weight: 1, arbitrary })), {
    weight: 1,
    arbitrary: word.map((text) => same(`[${text} *${text}*](/a)`)),
  });
}

const privateInlineOf = (kind: 'private' | 'wild') =>
  fc.array(inlineOf(privateWord, { depth: 2, kind }), { minLength: 1, maxLength: 3 }).map((parts) => joined(parts));
const privateInline = fc.oneof(
  { weight: 30, arbitrary: privateInlineOf('private') },
  { weight: 1, arbitrary: privateInlineOf('wild') },
);
const privateImage = fc.tuple(privateWord, privateWord).map(([alt, name]) => same(`![${alt}](${name}.png "${alt}")`));
const noteReference = fc.constantFrom('1', '2').map((number) => same(`canaryword[^canarynote${number}]`));
const linkReference = fc.constantFrom('1', '2').map((number) => same(`[canaryword][canarylink${number}]`));

const inlineRegion: fc.Arbitrary<Inline> = fc.oneof(
  region(fc.oneof(privateInline, privateInline, privateImage, noteReference, linkReference)).map((inside) =>
    around('<Internal>', inside, '</Internal>'),
  ),
  region(privateInline).map((inside) => around('<Redacted because="security">', inside, '</Redacted>')),
  region(privateInline).map((inside) =>
    around('<Internal>', around('x <Internal>', inside, '</Internal>'), '</Internal>'),
  ),
  region(privateWord.map(same)).map((inside) => around('{/* ', inside, ' */}')),
);

const publicInlineOf = (kind: 'public' | 'wild') =>
  fc
    .tuple(publicWord, fc.array(inlineOf(publicWord, { depth: 2, kind, regions: inlineRegion }), { maxLength: 3 }))
    .map(([first, rest]) => joined([same(first), ...rest]));
const publicInline = fc.oneof(
  { weight: 60, arbitrary: publicInlineOf('public') },
  { weight: 1, arbitrary: publicInlineOf('wild') },
);

const indent = (lines: readonly string[], first: string, others: string) =>
  lines.map((line, index) => (index === 0 ? first + line : line === '' ? others.trimEnd() : others + line));

/** Block grammar over one kind of inline source. */
function blockOf(
  inline: fc.Arbitrary<Inline>,
  { word, depth, regions }: { word: fc.Arbitrary<string>; depth: number; regions: fc.Arbitrary<Block> | undefined },
): fc.Arbitrary<Block> {
  const lineOf = (prefix: string): fc.Arbitrary<Block> =>
    inline.map((source) => (filling) => [prefix + source(filling)]);
  const table: fc.Arbitrary<Block> = fc
    .array(fc.tuple(inline, inline), { minLength: 1, maxLength: 3 })
    .map((rows) => (filling) => [
      '| x | y |',
      '|:--|--:|',
      ...rows.map(([one, other]) => `| ${one(filling)} | ${other(filling)} |`),
    ]);
  const code: fc.Arbitrary<Block> = fc
    .tuple(
      fc.constantFrom('', 'js', 'sh'),
      region(privateWord.map(same)),
      fc.array(word, { minLength: 1, maxLength: 3 }),
    )
    .map(([language, meta, words]) => (filling) => [`\`\`\`${language || 'txt'} ${meta(filling)}`, ...words, '```']);
  const leaves: fc.Arbitrary<Block>[] = [
    lineOf(''),
    lineOf(''),
    lineOf('## '),
    table,
    code,
    ...(regions ? [regions, regions] : []),
  ];
  const one = fc.oneof(...leaves);
  if (depth === 0) return one;
  const inner = fc
    .array(blockOf(inline, { word, depth: depth - 1, regions }), { minLength: 1, maxLength: 2 })
    .map(stacked);
  // The first block of an item or component is a line of words, so that the item never becomes empty.
  const filled = fc.tuple(lineOf(''), inner).map(([first, rest]) => stacked([first, rest]));
  const list = fc
    .tuple(
      fc.constantFrom('- ', '1. ', '- [ ] '),
      fc.array(fc.oneof(lineOf(''), filled), { minLength: 1, maxLength: 2 }),
    )
    .map(
      ([mark, items]): Block =>
        (filling) =>
          items.flatMap((item) => indent(item(filling), mark, mark === '1. ' ? '   ' : '  ')),
    );
  return fc.oneof(
    { weight: 4, arbitrary: one },
    { weight: 2, arbitrary: list },
    {
      weight: 1,
      arbitrary: filled.map(
        (inside): Block =>
          (filling) =>
            indent(inside(filling), '> ', '> '),
      ),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.constantFrom('Note', 'Warning', 'Quote', 'details'), filled).map(
        ([name, inside]): Block =>
          (filling) => [`<${name}>`, '', ...inside(filling), '', `</${name}>`],
      ),
    },
  );
}

function stacked(blocks: readonly Block[]): Block {
  return (filling) => blocks.flatMap((block, index) => (index === 0 ? block(filling) : ['', ...block(filling)]));
}

const privateBlock = fc
  .array(blockOf(privateInline, { word: privateWord, depth: 1, regions: undefined }), { minLength: 1, maxLength: 3 })
  .map(stacked);
const privateDefinition: fc.Arbitrary<Block> = privateWord.map((text) =>
  same([`[^own${text}]: ${text}`, '', `[own${text}]: /${text}`]),
);

const wrap =
  (open: string, close: string, blank: string[] = ['']) =>
  (inside: Block): Block =>
  (filling) => [open, ...blank, ...inside(filling), ...blank, close];

const blockRegion: fc.Arbitrary<Block> = fc.oneof(
  region(fc.oneof(privateBlock, privateBlock, privateDefinition)).map(wrap('<Internal>', '</Internal>')),
  region(
    privateInline.map(
      (inside): Block =>
        (filling) => [inside(filling)],
    ),
  ).map(wrap('<Internal>', '</Internal>', [])),
  region(privateBlock).map(wrap('<Redacted because="legal">', '</Redacted>')),
  region(privateBlock).map((inside) => wrap('<Internal>', '</Internal>')(wrap('<Internal>', '</Internal>')(inside))),
  region(privateWord.map(same)).map(
    (word): Block =>
      (filling) => [`{/* ${word(filling)} */}`],
  ),
);

const publicNote = publicInline.map(
  (inside): Block =>
    (filling) => [`pubmention[^pubnote]`, '', `[^pubnote]: ${inside(filling)}`],
);

const story = fc
  .tuple(
    fc.array(blockOf(publicInline, { word: publicWord, depth: 1, regions: blockRegion }), {
      minLength: 1,
      maxLength: 3,
    }),
    fc.option(publicNote),
    region(privateInline),
  )
  .map(([blocks, note, secret]): Block => {
    const definitions: Block = (filling) => [
      ...['1', '2'].flatMap((number) => [`[^canarynote${number}]: ${secret(filling)}`, '']),
      ...['1', '2'].flatMap((number) => [`[canarylink${number}]: /canary${number}${filling} "canary"`, '']),
    ];
    return stacked([...blocks, ...(note ? [note] : []), definitions]);
  });

const privateValue: fc.Arbitrary<Inline> = region(
  fc
    .letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        privateWord,
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(privateWord, tie('value'), { maxKeys: 3 }),
        fc.integer(),
      ),
    }))
    .value.map((value) => same(JSON.stringify(value))),
);
/** Names written out: one like a handle would have to be in `people.yaml`. */
const privateList = region(
  fc
    .array(privateWord, { minLength: 1, maxLength: 3 })
    .map((words) => same(JSON.stringify(words.map((written) => `Visitor ${written}`)))),
);
const privateText = region(privateWord.map((word) => same(JSON.stringify(word))));
const prose: fc.Arbitrary<Inline> = publicInline.map((inside) => (filling) => JSON.stringify(inside(filling)));

const word = publicWord.map(same);
const proseKeys = ['summary', 'trigger', 'factor', 'row', 'lesson', 'what'] as const;

/** One field of prose has everything, the others a word. */
const fields = fc
  .record({
    summary: word,
    trigger: word,
    factor: word,
    row: word,
    lesson: word,
    what: word,
    hidden: region(
      privateInline.map(
        (inside): Inline =>
          (filling) =>
            JSON.stringify(inside(filling)),
      ),
    ),
    ticket: privateText,
    people: privateList,
    attendees: privateList,
    internal: privateValue,
    comment: region(privateWord.map(same)),
  })
  .chain((plain) => fc.tuple(fc.constantFrom(...proseKeys), prose).map(([key, full]) => ({ ...plain, [key]: full })));

type FieldSources = typeof fields extends fc.Arbitrary<infer Sources> ? Sources : never;

export interface RandomPostmortem {
  /** The story's source. */
  body: string;
  /** Frontmatter lines by key. */
  fields: Record<string, string>;
}

/** A postmortem's source with each filling. */
export const randomPostmortem: fc.Arbitrary<Record<Filling, RandomPostmortem>> = fc
  .tuple(story, fields)
  .map(([lines, values]) => ({ a: write(lines, values, 'a'), b: write(lines, values, 'b') }));

function write(lines: Block, f: Record<keyof FieldSources, Inline>, filling: Filling): RandomPostmortem {
  return {
    body: lines(filling).join('\n'),
    fields: {
      summary: f.summary(filling),
      trigger: `${f.trigger(filling)} # ${f.comment(filling)}`,
      contributingFactors: `[${f.factor(filling)}]`,
      timeline: `[{ at: 2026-03-14T09:12Z, kind: trigger, what: ${f.row(filling)} }, { at: 2026-03-14T09:13Z, kind: note, what: ${f.hidden(filling)}, internal: true }]`,
      lessons: `{ wentWell: [${f.lesson(filling)}] }`,
      actions: `[{ id: A1, what: ${f.what(filling)}, kind: fix, owner: T, due: 2026-05-01, moved: [{ at: 2026-04-01, from: 2026-04-15, because: ${f.lesson(filling)} }], doneWhen: Done., state: open, ticket: ${f.ticket(filling)} }]`,
      responders: `[{ team: Payments, people: ${f.people(filling)} }]`,
      review: `{ held: 2026-03-18, attendees: ${f.attendees(filling)} }`,
      internal: f.internal(filling),
    },
  };
}
