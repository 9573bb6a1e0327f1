/** What can be wrong with a change to something that was published before. */

interface Changed {
  /** Paths of fields, or `story`. */
  parts: string[];
}

const list = (parts: readonly string[]) => parts.map((part) => `\`${part}\``).join(', ');

export const historyProblems = {
  'history/fact-without-revision': {
    severity: 'error' as const,
    fact: ({ parts }: Changed) => `Facts that were published before changed: ${list(parts)}. No revision says so.`,
    remedy: () =>
      'Add an entry to `revisions` with `at`, `kind` (correction, update or final) and a `note` on what changed, so that subscribers are told.',
  },
  'history/text-without-revision': {
    severity: 'warning' as const,
    fact: ({ parts }: Changed) => `Text that was published before changed: ${list(parts)}. No revision says so.`,
    remedy: () =>
      'Where the meaning changed, add an entry to `revisions` with a `note` on what changed. A mended typing error needs none.',
  },
  'history/revision-gone': {
    severity: 'error' as const,
    fact: ({ at }: { at: string }) => `The revision of ${at} was published before and is gone, or its moment moved.`,
    remedy: () => 'Put it back as it was: subscribers have its entry under that moment.',
  },
  'history/published-moved': {
    severity: 'error' as const,
    fact: ({ before, after }: { before: string; after: string }) =>
      `\`publishedAt\` was ${before} and is ${after} now, though the postmortem was public before.`,
    remedy: () => 'Put the earlier moment back; what changed since then is a revision.',
  },
  'history/promise-gone': {
    severity: 'error' as const,
    fact: ({ id }: { id: string }) => `The action item ${id} was promised in public and is gone.`,
    remedy: () => 'Put it back. One that is not kept is `state: dropped`, with `droppedBecause`.',
  },
  'history/id-changed': {
    severity: 'error' as const,
    fact: ({ before, after }: { before: string; after: string }) => `The published id ${before} is ${after} now.`,
    remedy: () => 'Put the earlier id back: a new one tells every subscriber of the postmortem again.',
  },
  'history/postmortem-gone': {
    severity: 'error' as const,
    fact: ({ id }: { id: string }) => `The postmortem ${id} was public and is not any more.`,
    remedy: () =>
      'Publish it again. Entries of feeds cannot be recalled; where it must go nevertheless, turn this check off for the one pull request.',
  },
  'history/address-gone': {
    severity: 'error' as const,
    fact: ({ address }: { address: string; slug?: string | undefined }) =>
      `The address \`${address}\` was public and leads nowhere now.`,
    remedy: ({ slug }: { address: string; slug?: string | undefined }) =>
      slug !== undefined
        ? `Add \`${slug}\` to \`redirectFrom\` of the postmortem that has another slug now.`
        : 'Put it back under its earlier name, and change only what is shown.',
  },
  'history/anchor-gone': {
    severity: 'warning' as const,
    fact: ({ anchor }: { anchor: string }) =>
      `What stood at \`#${anchor}\` was public, and links to it lead nowhere now.`,
    remedy: ({ anchor }: { anchor: string }) =>
      `Keep the heading's words or the row's time, or put \`<Anchor id="${anchor}" />\` where its text is now.`,
  },
  'history/feed-ids-changed': {
    severity: 'error' as const,
    fact: ({ before, after }: { before: string; after: string }) =>
      `Ids in feeds begin with \`${before}\` so far, and with \`${after}\` now: every subscriber is told of everything again.`,
    remedy: () =>
      'Keep `established` as it was; where the site has moved to another host, write the earlier one as `idDomain`.',
  },
  'history/base-unreadable': {
    severity: 'warning' as const,
    fact: ({ count }: { count: number }) =>
      `${count} of the postmortems at the earlier commit have errors of their own, so that nothing can be compared with them.`,
    remedy: () => 'Look through their changes by eye.',
  },
};
