/** Tokens and keys, found by the recommended rules of secretlint. */
import { lintSource } from '@secretlint/core';
import { secretLintProfiler } from '@secretlint/profiler';
import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import { coverOf } from '../../shared/redaction/ranges.ts';
import { occurrences } from '../../shared/redaction/word-matchers.ts';
import { decodedForms } from '../../shared/text/decoded-forms.ts';
import { normalise, normalText } from '../../shared/text/normalise.ts';

export interface SecretFind {
  kind: string;
  /** Characters. */
  length: number;
  /** Which of the texts it stands in, and where it begins there. */
  textIndex: number;
  offset: number;
}

// It keeps what each rule took for each text as long as the process lives, and nobody asks.
secretLintProfiler.setEnabled(false);

/** Rules that switch others off by comments in the text are left out. */
const enabled = rules.filter((rule) => !rule.meta.id.includes('filter-comments'));

interface Form {
  text: string;
  offsets: readonly number[] | undefined;
  textIndex: number;
  start: number;
}

/**
 * Scans strings that would become public, as they are, in normal form and decoded; `allowed` words may stand. Neither
 * the result nor any message holds the secret.
 */
export async function scanSecrets(texts: readonly string[], allowed: readonly string[] = []): Promise<SecretFind[]> {
  const forms = layOut(texts);
  if (forms.length === 0) return [];
  const content = forms.map(({ text }) => text).join('\n\n');
  const isPermitted = coverOf(permittedRanges(forms, allowed));
  const result = await lintSource({
    source: { filePath: 'published.txt', content, ext: '.txt', contentType: 'text' },
    options: {
      maskSecrets: true,
      config: {
        rules: enabled.map((rule) => ({
          id: rule.meta.id,
          rule,
          ...(rule.meta.id.endsWith('rule-aws') ? { options: { enableIDScanRule: true } } : {}),
        })),
      },
    },
  });
  const finds = result.messages
    .filter(({ range: [from, to] }) => !isPermitted(from, to))
    .map(({ ruleId, range }) => locateFind(forms, ruleId, range));
  // The same secret is found again in each form of its text.
  return [...new Map(finds.map((find) => [`${find.kind} ${find.textIndex} ${find.offset}`, find])).values()];
}

/** Every text and each other form of it, with its begin in the content that joins them. */
function layOut(texts: readonly string[]): Form[] {
  const forms: Form[] = [];
  let start = 0;
  texts.forEach((text, textIndex) => {
    const seen = new Set<string>();
    const add = (form: string, offsets: readonly number[] | undefined) => {
      if (form.trim() === '' || seen.has(form)) return;
      seen.add(form);
      forms.push({ text: form, offsets, textIndex, start });
      start += form.length + 2;
    };
    add(text, undefined);
    const normal = normalise(text);
    if (normal.cased !== text.replace(/\s+/g, ' ')) add(normal.cased, normal.offsets);
    for (const form of decodedForms(text)) add(form.text, form.offsets);
  });
  return forms;
}

function permittedRanges(forms: readonly Form[], allowed: readonly string[]): [number, number][] {
  const words = allowed.map((text) => normalText(text.trim()));
  return forms.flatMap(({ text, start }) => {
    const lower = text.toLowerCase();
    return words.flatMap((word) =>
      occurrences(lower, word).map(([from, to]): [number, number] => [start + from, start + to]),
    );
  });
}

/** Forms follow each other. */
function lastBefore(forms: readonly Form[], index: number): number {
  let [low, high] = [0, forms.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((forms[middle]?.start ?? 0) <= index) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function locateFind(forms: readonly Form[], ruleId: string, [from, to]: readonly [number, number]): SecretFind {
  const form = forms[lastBefore(forms, from)];
  const index = from - (form?.start ?? 0);
  return {
    kind: `a secret (${ruleId.replace(/^.*secretlint-rule-/, '')})`,
    length: to - from,
    textIndex: form?.textIndex ?? 0,
    offset: form?.offsets?.[index] ?? index,
  };
}
