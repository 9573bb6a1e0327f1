/** Tokens and keys, found by the recommended rules of secretlint. */
import { lintSource } from '@secretlint/core';
import { rules } from '@secretlint/secretlint-rule-preset-recommend';

export interface SecretFind {
  kind: string;
  /** Characters. */
  length: number;
}

/** Rules that switch others off by comments in the text are left out. */
const enabled = rules.filter((rule) => !rule.meta.id.includes('filter-comments'));

/** Scans strings that would become public. Neither the result nor any message holds the secret. */
export async function scanSecrets(texts: readonly string[]): Promise<SecretFind[]> {
  const content = texts.join('\n\n');
  if (content.trim() === '') return [];
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
  return result.messages.map(({ ruleId, range }) => ({
    kind: `a secret (${ruleId.replace(/^.*secretlint-rule-/, '')})`,
    length: range[1] - range[0],
  }));
}
