import { expect, test } from 'vitest';
import { checkClaims, type LocatedClaim } from '../../../src/private/publish/check-claims.ts';
import type { PublicPostmortem } from '../../../src/shared/incident/public-postmortem.ts';
import { serviceSchema } from '../../../src/shared/incident/service-schema.ts';

const services = {
  shop: serviceSchema.parse({
    name: 'Shop',
    agreements: [
      { kind: 'availability', target: 99.9, window: 'calendar-month', from: '2025-01-01' },
      { kind: 'resolve', severity: 'sev1', within: 'PT1H', from: '2025-01-01' },
    ],
  }),
};
const location = { file: 'content/postmortems/one/index.mdx', line: 30, column: 5 };
const exact = (at: string) => ({ certainty: 'exact' as const, at });

function postmortem(slug: string, from: string, to: string, share?: number): PublicPostmortem {
  const window = {
    from: exact(from),
    to: exact(to),
    level: 'partial' as const,
    ...(share === undefined ? {} : { share }),
  };
  const times = { started: exact(from), firstLogged: exact(from), resolved: exact(to) };
  return {
    slug,
    severity: 'sev1',
    publishedAt: to,
    times,
    impact: { services: [{ service: 'shop', windows: [window] }] },
  } as unknown as PublicPostmortem;
}

const half = postmortem('one', '2025-06-02T10:00:00Z', '2025-06-02T11:00:00Z', 0.5);

function check(
  claim: Omit<LocatedClaim, 'location' | 'service'>,
  one = half,
  others: PublicPostmortem[] = [],
  today = '2026-01-01',
) {
  const claims = [{ service: 'shop', ...claim, location }];
  return checkClaims([{ postmortem: one, claims }], { services, published: others, today }).map(
    ({ code, severity, location: at }) => ({ code, severity, line: at.line }),
  );
}

test('a claim that follows from the facts is no problem', () => {
  expect(check({ kind: 'availability', verdict: 'met' })).toEqual([]);
  expect(check({ kind: 'resolve', verdict: 'met' })).toEqual([]);
});

test('a claim that contradicts them is an error at its line', () => {
  expect(check({ kind: 'availability', verdict: 'breached' })).toEqual([
    { code: 'agreements/contradicted', severity: 'error', line: 30 },
  ]);
});

test('another postmortem of the month can make a claim untrue', () => {
  const other = postmortem('two', '2025-06-20T10:00:00Z', '2025-06-20T11:00:00Z', 0.5);
  expect(check({ kind: 'availability', verdict: 'met' }, half, [other])).toMatchObject([
    { code: 'agreements/contradicted' },
  ]);
});

test('an older copy of the same postmortem counts once', () => {
  expect(check({ kind: 'availability', verdict: 'met' }, half, [half])).toEqual([]);
});

test('while the month is not over, a claim may still come true', () => {
  expect(check({ kind: 'availability', verdict: 'met' }, half, [], '2025-06-20')).toEqual([]);
});

test('a claim that nothing can be said is a warning once something can', () => {
  expect(check({ kind: 'availability', verdict: 'unknown' })).toMatchObject([
    { code: 'agreements/known-now', severity: 'warning' },
  ]);
  const open = postmortem('one', '2025-06-02T10:00:00Z', '2025-06-02T11:00:00Z');
  expect(check({ kind: 'availability', verdict: 'unknown' }, open)).toEqual([]);
  expect(check({ kind: 'availability', verdict: 'met' }, open)).toMatchObject([{ code: 'agreements/contradicted' }]);
});

test('a claim about an agreement that was not in force is an error', () => {
  expect(check({ kind: 'publish', verdict: 'met' })).toMatchObject([{ code: 'agreements/none', severity: 'error' }]);
});

test('a claim is judged alike whether its postmortem is published already or would be', () => {
  const other = postmortem('two', '2025-06-09T10:00:00Z', '2025-06-09T10:30:00Z');
  for (const verdict of ['met', 'breached', 'unknown'] as const) {
    const claim = { kind: 'availability' as const, verdict };
    expect(check(claim, half, [other, half])).toEqual(check(claim, half, [other]));
  }
});

test('the work for a claim does not grow with the number of postmortems', () => {
  let readings = 0;
  const many = Array.from({ length: 200 }, (_, index) => {
    const at = new Date(Date.UTC(2005, index, 2)).toISOString().slice(0, 11);
    const one = postmortem(`of-${index}`, `${at}10:00:00Z`, `${at}10:01:00Z`);
    const { impact } = one;
    // Counts how often anybody looks at what a record says of services.
    Object.defineProperty(one, 'impact', {
      get: () => {
        readings += 1;
        return impact;
      },
    });
    return one;
  });
  const claims = [{ service: 'shop', kind: 'resolve' as const, verdict: 'met' as const, location }];
  checkClaims(
    many.map((one) => ({ postmortem: one, claims })),
    { services, published: many, today: '2026-01-01' },
  );
  expect(readings).toBeGreaterThan(200);
  expect(readings).toBeLessThan(20 * 200);
});
