/** What is said of a wrong `announce.yaml`. */
import { expect, test } from 'vitest';
import { useTelling, webhook } from '../../support/tell.ts';

const { announce, newest } = useTelling();

test('all mistakes of announce.yaml are said at once, with their lines, and none of its values', async () => {
  newest(`channels:
  - { name: partners, kind: webhook, url: https://hooks.example/CANARY-inline, secret: { env: HOOK_SECRET } }
  - { name: CANARY name, kind: slack, url: { env: CHAT_URL } }
  - { name: b, kind: slack, url: { env: CHAT_URL }, onyl: { services: [checkout] }, CANARY-key: 1 }
  - { name: b, kind: telegram }
`);
  const { code, error } = await announce();
  expect(code).toBe(1);
  expect(error).toContain('content/announce.yaml:2:43');
  expect(error).toContain('Write `{ env: NAME }`');
  for (const words of ['announce.yaml:3:', 'announce.yaml:4:', 'Did you mean `only`', 'announce.yaml:5:'])
    expect(error).toContain(words);
  expect(error).not.toContain('CANARY');
});

test('ids that the site does not have and secrets that are missing or wrong are said, and no value', async () => {
  newest(`channels:
  - ${webhook.replace('HOOK_URL', 'NO_SUCH').replace(/ \}$/, ', only: { severities: [CANARY-sev] } }')}
  - ${webhook.replace('partners', 'b').replace('{ env: HOOK_SECRET }', '{ env: CHAT_URL }')}
`);
  const { code, error } = await announce();
  expect(code).toBe(1);
  for (const part of [
    'announce/unknown-id',
    'Use one of: sev1.',
    'announce/no-secret',
    '`NO_SUCH`',
    'announce/bad-secret',
    'whsec_',
  ])
    expect(error).toContain(part);
  expect(error).not.toMatch(/CANARY|T0KEN/);
});
