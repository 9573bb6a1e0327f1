/** What an author gives twice counts once: lists of the site say how many postmortems have a tag, and cut feeds by that. */
import { expect, test } from 'vitest';
import { postmortem, publish } from '../../support/publish.ts';

test('tags and regions', async () => {
  const { postmortem: published, problems } = await publish(
    postmortem('The story.', {
      tags: '[deploy, network, deploy]',
      impact:
        '{ users: 1, accounts: 1, supportRequests: 0, regions: [Bergen, Bergen, Oslo], services: [{ service: checkout, windows: [{ from: 2026-03-14T09:12Z, to: 2026-03-14T10:40Z, level: down }] }] }',
    }),
  );
  expect(problems).toEqual([]);
  expect(published?.tags).toEqual(['deploy', 'network']);
  expect(published?.impact.regions).toEqual(['Bergen', 'Oslo']);
});
