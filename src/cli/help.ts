/** Help texts. */

const general = `candor publishes incident postmortems.

Usage: candor <command> [options]

Commands:
  init       Create the repository of a new site
  build      Build the site into the output folder, checked for leaks
  check      Check all postmortems, without building
  dev        Serve the site while you write; pages reload when a file changes
  new        Create a draft of a postmortem
  export     Copy the sources, without anything internal
  report     Show reviewers what a branch makes public
  schema     Write schemas with which editors complete and explain fields
  preview    Serve the built site
  pdf        Print postmortems of the built site as PDF files
  hosting    Print the configuration of a host or a server
  announce   Send what is new to e-mail, chat and webhooks
  import     Turn existing postmortems into drafts
  promote    Work through the to-dos that an import left in a draft

Options of every command:
  --site DIR         Folder with content/ and public/ (default: the current folder)
  --edition NAME     public or internal (default: public)
  --now INSTANT      The time of this run, which decides which embargoes have ended (default: now)
  -h, --help         Help for a command: candor build --help
  --version          Print the version

Exit codes: 0 clean, 1 problems in your files, 2 candor itself failed or was called wrongly.`;

const commands: Readonly<Record<string, string>> = {
  init: `Usage: candor init [DIR] [--name TEXT] [--organisation TEXT] [--url ADDRESS] [--language TAG] [--zone ZONE]
                   [--host github|gitlab|none] [--updates renovate|dependabot|none] [--issue-form] [--package FILE]

Writes the repository of a site into DIR (default: the current folder): package.json, settings, a service, redaction
rules, pages, a template, an example draft, workflows for the host, and settings for editors and for Renovate or
Dependabot. On a terminal it asks for what is not given. Existing files are never overwritten.

  --url ADDRESS   The public address of the site, such as https://example.org/postmortems/
  --zone ZONE     The time zone in which times are shown (default: UTC)
  --issue-form    Add a GitHub issue form for people without git, and a workflow that turns it into a draft pull request
  --package FILE  Copy this package file of Candor into DIR and use it, instead of a version from the registry`,
  build: `Usage: candor build [--site DIR] [--out DIR] [--edition NAME] [--now INSTANT] [--relative] [--jobs N]

Builds the site into DIR (default: dist in the site's folder, dist-internal for the internal edition).
The folder is only replaced when everything has succeeded.

  --relative   Use relative links, to read the site from a disk or below any path; search still needs a server
  --jobs N     How many threads or processes to use (default: one for each processor, at most four); the output is the
               same with any number`,
  check: `Usage: candor check [FILE]... [--site DIR] [--edition NAME] [--now INSTANT] [--format NAME] [--max-warnings N] [--fix]
                    [--since REF] [--links [--out DIR]] [--staged]

Reads everything and prints all problems with file, line and column; with FILE, only those of these files and folders.
Publishes nothing.

  --format NAME      text (default), json, github (annotations), sarif or junit
  --fix              First fix what has only one possible fix: order of rows, UTC offsets, misspelt keys
  --max-warnings N   Exit with 1 when there are more than N warnings; errors always exit with 1
  --since REF        Compare with the merge base of HEAD and REF: public facts and text that changed without a revision,
                     and ids, addresses, anchors and promises that disappeared
  --staged           Check what is staged in git instead of the files, for a pre-commit hook
  --links            Search the built site (default: dist) for broken links and anchors

Output is coloured on a terminal; NO_COLOR=1 and FORCE_COLOR=1 override that. docs/checks.md lists every code.`,
  new: `Usage: candor new [--site DIR] [--title TEXT] [--severity ID] [--service ID]... [--team NAME]...
                  [--started T] [--first-logged T] [--acknowledged T] [--mitigated T] [--resolved T] [--zone ZONE]
                  [--detected-by customer|monitoring|employee|partner] [--summary TEXT] [--slug NAME]
                  [--template NAME] [--from FILE]

Writes content/postmortems/<day>-<title>/index.mdx as a draft with the next id, from content/templates/postmortem.mdx
if there is one. Without --title, on a terminal, it asks. Existing files are never overwritten.

  T            2026-03-14 10:12 in --zone (default: the site's), 2026-03-14T10:12+01:00, about …, or unknown
  --from FILE  Begin with one incident from a document (Markdown, HTML, Word, PDF, Notion), the export of a tool, the folder
               of a Slack channel, or a GitHub issue form of candor init. Flags override what it says`,
  export: `Usage: candor export --into DIR [--site DIR] [--now INSTANT]

Writes DIR/content and DIR/public: the sources without drafts, internal parts and fields, comments, names, and all of
pictures and tables that is not shown. The copy must publish exactly the same text, and the leak gate reads every byte of
it; otherwise nothing is written. An earlier copy is replaced, other files never.`,
  announce: `Usage: candor announce --before FEED --after DIR --ledger FILE [--site DIR] [--dry-run] [--retry-unknown] [--most N]
                       [--wait MINUTES] [--plan FILE]
       candor announce --save DIR
       candor announce SLUG --print [--lang TAG] [--out DIR]

Sends each new entry of the site exactly once to each channel of content/announce.yaml. Reads public files only.
With --save, saves the feeds of the site that is deployed at its \`url\`, for a later --before.
With --print, prints texts with which to announce one postmortem by hand, in an e-mail, a chat and on a status page.

  --before FEED    What was public before: updates/feed.json of the site, a folder with it, or the address of the site. An
                   empty file or folder, or an address that answers 404, means that there was no site
  --after DIR      What is public now: the built site
  --ledger FILE    The record of what was sent; keep it for the next run
  --wait MINUTES   First wait, at most this long, until the new entries are on the site at its \`url\`
  --plan FILE      Send nothing. Write what will be sent into the ledger, and into FILE the ledger as it would be if the run
                   broke off while sending. Keep FILE where the next run finds it, then run again without --plan
  --save DIR       Where to save the feeds, before the new site is deployed
  --dry-run        Send nothing, write nothing, and show each message
  --retry-unknown  Send again what may or may not have been delivered
  --most N         Send nothing if there are more than N new entries (default: 100)
  --print          Print texts to copy, from the built site (--out DIR, default: dist)
  --lang TAG       The language of these texts (default: that of the site)`,
  report: `Usage: candor report --since REF [--format markdown|html|comment] [--site DIR] [--now INSTANT]

Prints Markdown for the reviewers of a pull request: what was added, changed or removed since the merge base of HEAD and
REF, with the computed facts, the public text, the changed words, problems, and counts of what is withheld. Changed drafts
are shown as if they were published now. Exits with 0 even if there are problems; use candor check to fail on them.

  --format html     The same as one HTML page, for people without git
  --format comment  Markdown short enough for a comment on a pull request, with a marker by which to update it`,
  schema: `Usage: candor schema [--site DIR]

Writes DIR/schemas/*.schema.json, to be committed, and .astro/collections/, with which Astro's extension for VS Code
completes, explains and checks the frontmatter of postmortems. The repository's .vscode folder uses both.`,
  dev: `Usage: candor dev [--site DIR] [--edition NAME] [--port N]

Serves the site at http://localhost:4321/, to this machine only, and reloads the page when a file is saved. Shows every
postmortem, drafts too, as if it were published now; a bar switches between what the public and what staff would see
(--edition internal begins with staff). Problems appear in the terminal and at their place in the page; the bar says which
of them block publication. Search works in built sites only.`,
  preview: `Usage: candor preview [--site DIR] [--out DIR] [--port N]

Serves the built site like a plain static file server, to this machine only.`,
  pdf: `Usage: candor pdf SLUG... | --all [--lang TAG] [--into DIR] [--site DIR] [--out DIR]

Prints postmortems of the built site into DIR (default: pdf), one PDF each: a title page with date and address, the whole
text unfolded, numbered pages. Needs an installed Chromium, Chrome or Edge; CHROMIUM may name it.

  --lang TAG   Print the pages of another language of the site, as SLUG.TAG.pdf`,
  hosting: `Usage: candor hosting nginx|caddy|vercel|netlify|github [--site DIR] [--out DIR]

Prints the configuration of a server or host for this site: content types, caching, the security policy, the built folder
and the path of the site's address. Writes nothing.

  nginx     a file for /etc/nginx/conf.d/         caddy     a site of a Caddyfile
  vercel    vercel.json                           netlify   netlify.toml, beside _headers and _redirects
  github    .github/workflows/publish.yml for Pages`,
  import: `Usage: candor import FORMAT FILE|FOLDER... --into DIR [--zone ZONE] [--dry-run] [--format text|json]

Turns existing postmortems and incidents into drafts in DIR/content/postmortems. Existing files are never overwritten.
What could not be determined is marked unknown or left as a to-do comment; data without a field becomes internal.

  FORMAT       document, statuspage, cstate, github, cachet, pagerduty, incident.io or slack; docs/importing.md describes each
  --zone ZONE  The time zone of times that are written without one, such as Europe/Berlin
  --dry-run    Say what would be written, but write nothing
  --format     text (default): a table of what was understood and what is left to do; or json`,
  promote: `Usage: candor promote SLUG [--site DIR] [--set PATH=VALUE]... [--done KEY]... [--state NAME] [--published-at T]
                      [--zone ZONE]

Goes through the \`# TODO\` comments of content/postmortems/SLUG. On a terminal it shows each with its source, asks for the
answer and writes it immediately; with flags it writes all answers at once. Then it says what is left, and checks the file.

  --set PATH=VALUE   A value, as YAML: impact.users=1200, times.started="2026-03-14 10:12", timeline.0.kind=detection.
                     Also marks the to-dos of its key as done, except for times, impact, timeline and internal
  --done KEY         Mark the to-dos of a key, or of a line number, as done; all for every to-do
  --state NAME       draft, review, preliminary or final; the last two only when no to-do is left
  --published-at T   When it becomes public (default: now)`,
};

/** Help on a command; on all of them for a name that is none. */
export function help(command: string | undefined): string {
  return command !== undefined && Object.hasOwn(commands, command) ? (commands[command] ?? general) : general;
}
