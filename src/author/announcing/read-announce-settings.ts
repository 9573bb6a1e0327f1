/** Reads `content/announce.yaml`. All problems come at once; none quotes a value, and no key that is not one of ours. */
import { join } from 'node:path';
import { readPlainText } from '../../disk/safe-file.ts';
import { type AnnounceSettings, announceSchema } from '../../shared/announcing/announce-schema.ts';
import { nearest } from '../../shared/problem/nearest.ts';
import { createProblem, type Problem } from '../../shared/problem/problem.ts';
import { checkSchema } from '../../shared/yaml/schema-problems.ts';
import { parseYaml, type YamlDocument } from '../../shared/yaml/yaml-document.ts';
import { channelOf } from './channels.ts';

const file = 'content/announce.yaml';

export interface Known {
  /** Ids of the site; `undefined` where they cannot be read. */
  severities: readonly string[] | undefined;
  services: readonly string[] | undefined;
  /** Values of the environment; `undefined` for a run that needs none. */
  environment: Readonly<Record<string, string | undefined>> | undefined;
}

export async function readAnnounceSettings(
  site: string,
  known: Known,
): Promise<{ settings?: AnnounceSettings; problems: Problem[] }> {
  const text = await readPlainText(join(site, 'content'), 'announce.yaml', { file });
  if (text.problem) return { problems: [text.problem] };
  const { document, problems } = parseYaml(text.value, file, 1, { secret: true });
  if (!document) return { problems };
  const checked = checkSchema(document, announceSchema, {
    describeUnknown: (key, path) => unknownKey(key, document, path),
  });
  if (!checked.value) return { problems: checked.problems };
  const found = [...unknownIds(checked.value, document, known), ...badSecrets(checked.value, document, known)];
  return found.length > 0 ? { problems: found } : { settings: checked.value, problems: [] };
}

const keys = ['channels', 'name', 'kind', 'only', 'severities', 'services', 'entries', 'url', 'secret', 'env', 'smtp'];
const allKeys = [...keys, 'from', 'to', 'unsubscribe', 'oneClick'];

/** A slip of a known key is named; whatever else stands there may be private. */
function unknownKey(key: string, document: YamlDocument, path: readonly PropertyKey[]): Problem {
  const guess = nearest(key, allKeys);
  return createProblem('schema/unknown-key', document.locationOfKey([...path, key]), {
    key: guess === undefined ? '…' : key,
    nearest: guess,
    known: allKeys,
  });
}

/** What no entry can have would never be told, and nobody would notice. */
function unknownIds({ channels }: AnnounceSettings, document: YamlDocument, known: Known): Problem[] {
  return channels.flatMap(({ only }, index) =>
    (['severities', 'services'] as const).flatMap((key) =>
      (only[key] ?? []).flatMap((id, place) => {
        const ids = known[key];
        if (!ids || ids.includes(id)) return [];
        const at = document.locationOf(['channels', index, 'only', key, place]);
        return [
          createProblem('announce/unknown-id', at, { kind: key === 'severities' ? 'severity' : 'service', known: ids }),
        ];
      }),
    ),
  );
}

function badSecrets({ channels }: AnnounceSettings, document: YamlDocument, { environment }: Known): Problem[] {
  if (!environment) return [];
  return channels.flatMap((settings, index) => {
    const named = (['smtp', 'url', 'secret'] as const).flatMap((key) => {
      const secret = (settings as Partial<Record<typeof key, { env: string }>>)[key];
      return secret ? [{ key, name: secret.env }] : [];
    });
    const locationOf = (key: string) => document.locationOf(['channels', index, key, 'env']);
    const missing = named.filter(({ name }) => !environment[name]);
    if (missing.length > 0)
      return missing.map(({ key, name }) => createProblem('announce/no-secret', locationOf(key), { name }));
    const refused = channelOf(settings).refuse(settings as never, ({ env }) => environment[env] ?? '');
    if (!refused) return [];
    const key = refused.includes('whsec_') ? 'secret' : (named[0]?.key ?? 'url');
    const name = named.find((each) => each.key === key)?.name ?? '';
    return [createProblem('announce/bad-secret', locationOf(key), { name, reason: refused })];
  });
}
