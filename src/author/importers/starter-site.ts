/** The smallest complete site, written where postmortems are imported into an empty folder. Texts by path. */
export const starterSite: Record<string, string> = {
  'content/site.yaml': `# What this site is, and who publishes it.
name: Postmortems
organisation: Your organisation
description: What broke, why, and what we changed.
url: https://postmortems.example.org/
established: 2024-01-01 # a day on which you held the domain; part of every feed id, never change it
language: en
timezone: UTC
severities:
  - { id: sev1, name: Severity 1, meaning: Most users could not do what they came for. }
  - { id: sev2, name: Severity 2, meaning: Many users were hindered. }
  - { id: sev3, name: Severity 3, meaning: Few users noticed. }
  - { id: unclassified, name: Not classified, meaning: Imported from a record that stated no severity. }
`,
  'content/people.yaml': `# INTERNAL, never published: who may be mentioned as @handle, and the role shown instead.
# mchen: { name: Maria Chen, role: the on-call database engineer }
{}
`,
  'content/redaction.yaml': `# INTERNAL, never published: what must never be public.
terms: []
hosts: []
patterns: []
tags: []
allow: []
`,
};

/** Folders that a site may fill; one file a service goes into the first. */
export const starterFolders = ['content/services', 'public'];
