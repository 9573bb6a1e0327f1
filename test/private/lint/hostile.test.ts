/** Texts made to keep the checks busy end in bounded time, with a bounded number of finds. */
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { lintPostmortem } from '../../../src/private/lint/lint-postmortem.ts';
import { passagesOfField } from '../../../src/private/lint/read-passages.ts';
import { postmortemSchema } from '../../../src/shared/incident/postmortem-schema.ts';
import { frontmatter, settings } from '../../support/publish.ts';

const location = { file: 'x', line: 1, column: 1 };
const postmortem = postmortemSchema.parse(parse(frontmatter()));

test.each(
  'a|A|"|?|[|[^|1|1,|1 |for |should have |root cause |one |an engineer |an hour |. |(|‘|“|«|-|had the |TODO |12 hours |ABC |the outage lasted |if only |some 12,000 customers |12 hours and 5 minutes |<name |[insert |1 000 |would not have also never '.split(
    '|',
  ),
)('200,000 characters of %j', (unit) => {
  const value = unit.repeat(Math.ceil(200_000 / unit.length));
  const fields = ['summary', 'story', 'actions'].map((key) => ({
    path: key === 'actions' ? [key, 0, 'what'] : [key],
    value,
    locationAt: () => location,
  }));
  const begin = process.cpuUsage();
  const problems = lintPostmortem({
    postmortem,
    publicServices: new Set(),
    serviceBegins: new Map(),
    locationOf: () => location,
    passages: fields.flatMap(passagesOfField),
    anchors: [],
    taken: [],
    settings,
  });
  const { user } = process.cpuUsage(begin);
  expect(user / 1e6).toBeLessThan(3);
  expect(problems.length).toBeLessThan(2000);
  expect(problems.every(({ excerpt }) => (excerpt?.line.length ?? 0) < 400)).toBe(true);
});
