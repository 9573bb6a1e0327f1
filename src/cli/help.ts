/** Help texts. */

const general = `candor publishes incident postmortems.

Usage: candor <command> [options]

Commands:
  init       Begin the repository of a site
  build      Build the site: project, render, check for leaks, index, publish into the output folder
  check      Check all postmortems and say what is wrong, without building
  dev        Serve the site while you write; pages reload when a file changes
  new        Begin a postmortem
  export     Copy the sources without everything internal
  report     Write for reviewers what a branch makes public
  schema     Write schemas, so that editors complete and explain fields
  preview    Serve what was built
  pdf        Print postmortems of the built site as PDF files
  hosting    Print the configuration of a host or a server
  announce   Tell people in their channels of what is new
  import     Turn existing postmortems into drafts
  promote    Go through what an import left to do in a draft

Options of every command:
  --site DIR         Folder with content/ and public/ (default: the present folder)
  --edition NAME     public or internal (default: public)
  --now INSTANT      The moment of this run, which decides embargoes (default: the current time)
  -h, --help         Help on a command: candor build --help
  --version          Version

Exit codes: 0 clean, 1 problems in your files, 2 candor itself failed or was called wrongly.`;

const commands: Readonly<Record<string, string>> = {
  init: `Usage: candor init [DIR] [--name TEXT] [--organisation TEXT] [--url ADDRESS] [--language TAG] [--zone ZONE]
                   [--host github|gitlab|none] [--updates renovate|dependabot|none] [--issue-form] [--package FILE]

Writes the repository of a site into DIR (default: the present folder): package.json, settings, a service, rules of
redaction, pages, a template, an example in state draft, workflows for the host, and settings for editors and for
whoever proposes new versions. On a terminal it asks for what is not given. Nothing that exists is written over.

  --url ADDRESS   Where the site will be read, https://example.org/postmortems/
  --zone ZONE     The time zone in which moments are written (default: UTC)
  --issue-form    A form of GitHub's for people without git, and the workflow that makes a draft pull request of it
  --package FILE  A packed file of Candor, which package.json names in the place of a version from the registry`,
  build: `Usage: candor build [--site DIR] [--out DIR] [--edition NAME] [--now INSTANT] [--relative] [--jobs N]

Builds the site into DIR (default: dist in the site's folder, dist-internal for the internal edition).
The folder is replaced as a whole when everything succeeded; until then it stays as it was.

  --relative   Links lead from file to file, for reading from a disk or below any path; search needs a server all the same
  --jobs N     How many threads or processes work at once (default: one for each processor, four at most); the output is
               the same with any number`,
  check: `Usage: candor check [FILE]... [--site DIR] [--edition NAME] [--now INSTANT] [--format NAME] [--max-warnings N] [--fix]
                    [--since REF] [--links [--out DIR]] [--staged]

Reads everything, publishes nothing, and prints all problems with file, line and column; with FILE, those of these files
and folders alone.

  --format NAME      text (default), json, github (annotations), sarif or junit
  --fix              First mend what has one certain mend: order of rows, UTC offsets, keys with a slip
  --max-warnings N   Exit with 1 when there are more warnings than N; errors always do
  --since REF        Compare with the commit where HEAD and REF parted: facts and text that were public and changed
                     without a revision, and ids, addresses, anchors and promises that are gone
  --staged           Read what is staged in git, not the files: for a hook that runs before each commit
  --links            Look through the built site (default: dist) for links and anchors that lead nowhere

Colours show on a terminal; NO_COLOR=1 and FORCE_COLOR=1 decide otherwise. docs/checks.md lists every code.`,
  new: `Usage: candor new [--site DIR] [--title TEXT] [--severity ID] [--service ID]... [--team NAME]...
                  [--started T] [--first-logged T] [--acknowledged T] [--mitigated T] [--resolved T] [--zone ZONE]
                  [--detected-by customer|monitoring|employee|partner] [--summary TEXT] [--slug NAME]
                  [--template NAME] [--from FILE]

Writes content/postmortems/<day>-<title>/index.mdx as a draft with the next id, from content/templates/postmortem.mdx
where there is one. Without --title, and on a terminal, it asks. Nothing that exists is written over.

  T            2026-03-14 10:12 in --zone (default: the site's), 2026-03-14T10:12+01:00, about …, or unknown
  --from FILE  What candor import reads, of one incident: a document (Markdown, HTML, Word, PDF, Notion), the export of a tool,
               the folder of a channel of Slack; or a form of GitHub's that candor init wrote. Flags go over it`,
  export: `Usage: candor export --into DIR [--site DIR] [--now INSTANT]

Writes DIR/content and DIR/public: the sources without drafts, internal parts and fields, comments, names, and all of
pictures and tables that is not shown. The copy is projected by itself and must come out the same, and the leak gate
reads every byte of it; else nothing is written. An earlier copy is replaced as a whole, other sources never.`,
  announce: `Usage: candor announce --before FEED --after DIR --ledger FILE [--site DIR] [--dry-run] [--retry-unknown] [--most N]
                       [--wait MINUTES] [--plan FILE]
       candor announce --save DIR
       candor announce SLUG --print [--lang TAG] [--out DIR]

Tells each entry that is new on the site, once, in each channel of content/announce.yaml. Reads public files only.
With --save, saves the feeds of the site as it is deployed at its \`url\`, for a later --before.
With --print, prints the words for telling of one postmortem by hand, in a mail, a chat and a status page.

  --before FEED    What was public: updates/feed.json of the site, a folder with it, or the address of the site; an empty
                   file, an empty folder or an address that answers 404 is a site that was not there
  --after DIR      What is public now: the built site
  --ledger FILE    Where to write down what was told; keep it for the next run
  --wait MINUTES   First wait until the site at its \`url\` has what is to be told, so long at most
  --plan FILE      Send nothing: write what is to be told into the ledger, and into FILE the ledger as a run leaves it
                   that ends while it sends. Keep FILE where the next run finds it, then run again without --plan
  --save DIR       Where to save them: before the new site is deployed
  --dry-run        Send nothing, write nothing, and show each message
  --retry-unknown  Tell again of what nobody knows whether it was told
  --most N         With more new entries than N, nothing is told (default: 100)
  --print          Print words to copy, from the site that is built in DIR (--out, default: dist)
  --lang TAG       The language of these words (default: that of the site)`,
  report: `Usage: candor report --since REF [--format markdown|html|comment] [--site DIR] [--now INSTANT]

Prints Markdown for the reviewers of a pull request: what is added, changed or gone since HEAD and REF parted, with the
computed facts, the public text, the change in words, problems, and counts of what is withheld. Exits with 0 also when
there are problems; candor check judges. A draft that was touched is shown as if it were published now.

  --format html     One page with the same, to send to somebody without git
  --format comment  Markdown as a comment on a pull request takes it: short enough, with a mark to find it by`,
  schema: `Usage: candor schema [--site DIR]

Writes DIR/schemas/*.schema.json, for committing, and .astro/collections/, by which Astro's extension for VS Code
completes, explains and checks the frontmatter of postmortems. The repository's .vscode folder uses both.`,
  dev: `Usage: candor dev [--site DIR] [--edition NAME] [--port N]

Serves the site at http://localhost:4321/, to this machine only. Only what a saved file changes is read again; the page
reloads by itself.
Every postmortem is shown, drafts too, as if it were published now; a bar switches between what the public would see and
what staff see, which --edition internal shows first. Problems are shown in the terminal and at their place in the page;
the bar tells those that block publication apart. Search works in built sites only.`,
  preview: `Usage: candor preview [--site DIR] [--out DIR] [--port N]

Serves the output folder as a plain static file server would, to this machine only.`,
  pdf: `Usage: candor pdf SLUG... | --all [--lang TAG] [--into DIR] [--site DIR] [--out DIR]

Prints postmortems of the built site into DIR (default: pdf), one PDF each: a title page with date and address, the whole
text unfolded, numbered pages. Needs an installed Chromium, Chrome or Edge; CHROMIUM may name it.

  --lang TAG   Print the pages of another language of the site, as SLUG.TAG.pdf`,
  hosting: `Usage: candor hosting nginx|caddy|vercel|netlify|github [--site DIR] [--out DIR]

Prints what a server or a host has to be told of this site: types, how long files may be kept, the security policy, where
the built folder lies, and the path of the site's address. Writes nothing.

  nginx     a file for /etc/nginx/conf.d/         caddy     a site of a Caddyfile
  vercel    vercel.json                           netlify   netlify.toml, beside _headers and _redirects
  github    .github/workflows/publish.yml for Pages`,
  import: `Usage: candor import FORMAT FILE... --into DIR [--zone ZONE] [--dry-run] [--format text|json]

Turns existing postmortems and incidents into drafts in DIR/content/postmortems. Nothing that exists is overwritten.
What could not be determined is marked unknown or listed as a comment; data that has no field becomes internal.

  FORMAT       document, statuspage, cstate, github, cachet, pagerduty, incident.io or slack; docs/importing.md has each
  --zone ZONE  The time zone of times that are written without one, like Europe/Berlin
  --dry-run    Say what would be written, and write nothing
  --format     text (default): a table with what was understood and where there is something to do; or json`,
  promote: `Usage: candor promote SLUG [--site DIR] [--set PATH=VALUE]... [--done KEY]... [--state NAME] [--published-at T]
                      [--zone ZONE]

Goes through the \`# TODO\` comments of content/postmortems/SLUG. On a terminal it shows each with its passage, takes the
answer and writes it at once; with flags it writes all of them in one step. Then it says what is left, and checks the file.

  --set PATH=VALUE   A value, as YAML: impact.users=1200, times.started="2026-03-14 10:12", timeline.0.kind=detection; it
                     answers the to-dos of its key, but for those of times, impact, timeline and internal
  --done KEY         The to-dos of a key, or on a line, are answered by what stands there; all for every one
  --state NAME       draft, review, preliminary or final: the last two only when nothing is left to do
  --published-at T   When it becomes public (default: now)`,
};

/** Help on a command; on all of them for a name that is none. */
export function help(command: string | undefined): string {
  return command !== undefined && Object.hasOwn(commands, command) ? (commands[command] ?? general) : general;
}
