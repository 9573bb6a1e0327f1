/** Help texts. */

const general = `candor publishes incident postmortems.

Usage: candor <command> [options]

Commands:
  build      Build the site: project, render, check for leaks, index, publish into the output folder
  check      Check all postmortems and say what is wrong, without building
  dev        Serve the site while you write; pages reload when a file changes
  preview    Serve what was built
  import     Turn existing postmortems into drafts

Options of every command:
  --site DIR         Folder with content/ and public/ (default: this repository)
  --edition NAME     public or internal (default: public)
  --now INSTANT      The moment of this run, which decides embargoes (default: the current time)
  -h, --help         Help on a command: candor build --help
  --version          Version

Exit codes: 0 clean, 1 problems in your files, 2 candor itself failed or was called wrongly.`;

const commands: Readonly<Record<string, string>> = {
  build: `Usage: candor build [--site DIR] [--out DIR] [--edition NAME] [--now INSTANT]

Builds the site into DIR (default: dist in the site's folder, dist-internal for the internal edition).
The folder is replaced as a whole when everything succeeded; until then it stays as it was.`,
  check: `Usage: candor check [--site DIR] [--edition NAME] [--now INSTANT] [--format NAME] [--max-warnings N]
                    [--since REF] [--links [--out DIR]]

Reads everything, publishes nothing, and prints all problems with file, line and column.

  --format NAME      text (default), json, github (annotations), sarif or junit
  --max-warnings N   Exit with 1 when there are more warnings than N; errors always do
  --since REF        Compare with the commit where HEAD and REF parted: facts and text that were public and changed
                     without a revision, and ids, addresses, anchors and promises that are gone
  --links            Look through the built site (default: dist) for links and anchors that lead nowhere

Colours show on a terminal; NO_COLOR=1 and FORCE_COLOR=1 decide otherwise. docs/checks.md lists every code.`,
  dev: `Usage: candor dev [--site DIR] [--edition NAME] [--port N]

Serves the site at http://localhost:4321/ and renders it anew when a file changes. Problems are shown in the
terminal and in the page. Search works in built sites only.`,
  preview: `Usage: candor preview [--site DIR] [--out DIR] [--port N]

Serves the output folder as a plain static file server would.`,
  import: `Usage: candor import markdown FILE... --into DIR

Turns plain Markdown postmortems into drafts in DIR/content/postmortems. Nothing that exists is overwritten.
What could not be determined is marked unknown or listed as a comment; attendees become internal.`,
};

/** Help on a command; on all of them for a name that is none. */
export function help(command: string | undefined): string {
  return command !== undefined && Object.hasOwn(commands, command) ? (commands[command] ?? general) : general;
}
