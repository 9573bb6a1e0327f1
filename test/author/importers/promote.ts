/** Makes a published postmortem of an imported draft, for tests that build a site of imports. */
import { parseDocument } from 'yaml';

/**
 * The same file as `final`: what the schema requires and the import could not know is filled in with honest unknowns. A
 * time that would break the order of phases is left as the importer wrote it.
 */
export function promote(mdx: string, publishedAt: string): string {
  const parts = /^---\n([\s\S]*?)\n---\n/.exec(mdx);
  if (parts === null) throw new Error('The draft has no frontmatter.');
  const document = parseDocument(parts[1] ?? '');
  document.set('state', 'final');
  document.set('publishedAt', publishedAt);
  if (!document.hasIn(['times', 'resolved'])) document.setIn(['times', 'resolved'], 'unknown');
  const placeholders = {
    responders: [{ team: 'Not recorded' }],
    mitigations: ['Not recorded.'],
    contributingFactors: ['Not recorded.'],
    timeline: [{ at: 'unknown', kind: 'note', what: 'Not recorded.' }],
  };
  for (const [key, value] of Object.entries(placeholders)) {
    if (!document.has(key)) document.set(key, document.createNode(value));
  }
  const answered = document.toString({ lineWidth: 0 }).replace(/^# TODO/gm, '# Was to do');
  return `---\n${answered}---\n${mdx.slice(parts[0].length)}`;
}
