/** What can be wrong with links within a built site. */

interface Used {
  href: string;
  others: number;
}

const elsewhere = (others: number) =>
  others === 0 ? '' : ` So do ${others} other ${others === 1 ? 'file' : 'files'}.`;

export const linkProblems = {
  'links/dead': {
    severity: 'error' as const,
    fact: ({ href, others }: Used) =>
      `The link to \`${href}\` is broken: this site has no such page.${elsewhere(others)}`,
    remedy: () => 'Correct the address. Pages of this site begin with `/`: `/services/checkout/`.',
  },
  'links/anchor-dead': {
    severity: 'error' as const,
    fact: ({ href, anchor, others }: Used & { anchor: string }) =>
      `The page that \`${href}\` leads to has no \`#${anchor}\`.${elsewhere(others)}`,
    remedy: () => 'Use the anchor of an existing heading, or put an `<Anchor>` where the text is now.',
  },
};
