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
      'Where the meaning changed, add an entry to `revisions` with a `note` on what changed. A corrected typo needs none.',
  },
  'history/revision-gone': {
    severity: 'error' as const,
    fact: ({ at }: { at: string }) =>
      `The revision of ${at} was published before; now it is gone, or its time has changed.`,
    remedy: () => 'Restore it: subscribers have its entry under that time.',
  },
  'history/published-moved': {
    severity: 'error' as const,
    fact: ({ before, after }: { before: string; after: string }) =>
      `\`publishedAt\` changed from ${before} to ${after}, although the postmortem was already public.`,
    remedy: () => 'Restore the earlier time; record later changes as revisions.',
  },
  'history/promise-gone': {
    severity: 'error' as const,
    fact: ({ id }: { id: string }) => `The action item ${id} was promised in public and is gone.`,
    remedy: () => 'Restore it. If you will not do it, set `state: dropped` with `droppedBecause`.',
  },
  'history/id-changed': {
    severity: 'error' as const,
    fact: ({ before, after }: { before: string; after: string }) =>
      `The published id changed from ${before} to ${after}.`,
    remedy: () => 'Restore the earlier id: a new one would notify every subscriber again.',
  },
  'history/postmortem-gone': {
    severity: 'error' as const,
    fact: ({ id }: { id: string }) => `The postmortem ${id} was public and no longer is.`,
    remedy: () =>
      'Publish it again: feed entries cannot be recalled. If it must go nevertheless, turn this check off for this pull request.',
  },
  'history/address-gone': {
    severity: 'error' as const,
    fact: ({ address }: { address: string; slug?: string | undefined }) =>
      `The address \`${address}\` was public and no longer exists.`,
    remedy: ({ slug }: { address: string; slug?: string | undefined }) =>
      slug !== undefined
        ? `Add \`${slug}\` to \`redirectFrom\` of the postmortem whose slug changed.`
        : 'Restore its earlier id, and change only the name that is shown.',
  },
  'history/anchor-gone': {
    severity: 'warning' as const,
    fact: ({ anchor }: { anchor: string }) =>
      `The anchor \`#${anchor}\` was public and no longer exists, so links to it are broken.`,
    remedy: ({ anchor }: { anchor: string }) =>
      `Keep the heading's words or the row's time, or put \`<Anchor id="${anchor}" />\` where its text is now.`,
  },
  'history/feed-ids-changed': {
    severity: 'error' as const,
    fact: ({ before, after }: { before: string; after: string }) =>
      `Ids in feeds began with \`${before}\` and now begin with \`${after}\`: every subscriber would get every entry again.`,
    remedy: () =>
      'Keep `established` as it was. If the site has moved to another host, set `idDomain` to the earlier one.',
  },
  'history/base-unreadable': {
    severity: 'warning' as const,
    fact: ({ count }: { count: number }) =>
      `${count} of the postmortems at the earlier commit have errors themselves, so nothing can be compared with them.`,
    remedy: () => 'Review their changes yourself.',
  },
};
