/** Forms of private text that no site has to name: addresses, hosts, numbers, tokens. Matched in normal form. */

export interface Rule {
  /** What is found, for the report. */
  kind: string;
  /** Stands in every match: a text without it is not searched. */
  needs?: string;
  /** Global; over normalised, lower-case text; linear in its length. A group `before` is no part of what is found. */
  pattern: RegExp;
  /** Its text has upper and lower case as they are. */
  isCased?: boolean;
  /** Keeps a match only when true. */
  confirm?: (match: RegExpExecArray) => boolean;
}

const octet = String.raw`(?:25[0-5]|2[0-4]\d|1?\d?\d)`;

/** What stands before the number of a version, in the seven languages, in normal form. */
const versionBefore =
  /(?:(?<![a-z])(?:versions?|versiones|versionen|versao|versoes|releases?|firmware|build|ver\.|v\.?)|バージョン|版|الاصدار|اصدار|النسخه|نسخه) ?[:=]? ?"?$/;

export const builtInRules: readonly Rule[] = [
  {
    kind: 'an e-mail address',
    needs: '@',
    pattern: /(?<![a-z0-9._%+-])[a-z0-9._%+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}(?![a-z0-9])/g,
  },
  {
    kind: 'a private network address',
    pattern: new RegExp(
      String.raw`(?<![\d.])(?:10\.${octet}\.${octet}\.${octet}|192\.168\.${octet}\.${octet}|172\.(?:1[6-9]|2\d|3[01])\.${octet}\.${octet}|169\.254\.${octet}\.${octet}|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.${octet}\.${octet})(?![\d.]*\d)`,
      'g',
    ),
    confirm: ({ input, index }) => !versionBefore.test(input.slice(Math.max(0, index - 24), index)),
  },
  {
    kind: 'a private network address',
    needs: ':',
    pattern: /(?<![0-9a-f:])(?:f[cd][0-9a-f]{2}|fe80):[0-9a-f:]{2,40}(?![0-9a-f:])/g,
  },
  {
    kind: 'an internal host name',
    needs: '.',
    pattern:
      /(?<![a-z0-9.-])(?:[a-z0-9_-]{1,63}\.){1,8}(?:internal|local|localdomain|corp|lan|intranet|intra|private|home\.arpa)(?![a-z0-9-])(?!\.[a-z0-9])/g,
  },
  {
    kind: 'an internal host name',
    needs: '://',
    pattern:
      /(?<![a-z0-9])(?:https?|ssh|ftp|postgres(?:ql)?|mysql|redis|mongodb|amqp|grpc|tcp|ws|wss):\/\/(?:[^\s/@]{1,80}@)?([a-z0-9-]{1,63})(?=[:/?#\s"'<>)\]]|$)/g,
    confirm: (match) => match[1] !== 'localhost' && match[1] !== 'example',
  },
  {
    kind: 'a link into an internal tool',
    pattern:
      /(?<![a-z0-9.-])(?:[a-z0-9-]{1,63}\.){0,3}(?:atlassian\.net|slack\.com\/archives|pagerduty\.com\/incidents|opsgenie\.com\/alert|linear\.app\/[a-z0-9-]+\/issue|notion\.so|docs\.google\.com\/(?:document|spreadsheets|presentation)|sharepoint\.com|teams\.microsoft\.com\/l|zoom\.us\/j)(?![a-z0-9])/g,
  },
  {
    kind: 'a phone number',
    needs: '+',
    pattern: /(?<![\w+])\+\d[\d ().-]{6,18}\d(?!\w)/g,
    confirm: (match) => between(match[0].replace(/\D/g, '').length, 8, 15),
  },
  {
    kind: 'a phone number',
    pattern: /(?<![\w.-])(?:\(\d{3}\) ?\d{3}[.-]\d{4}|\d{3}([.-])\d{3}\1\d{4})(?![\w-]|\.\d)/g,
  },
  { kind: 'a home folder', pattern: /(?<![a-z0-9])(?:\/home\/|\/users\/|c:\\users\\)[a-z][a-z0-9._-]{1,40}/g },
  {
    kind: 'a cloud account number',
    needs: 'arn:aws',
    pattern: /arn:aws[a-z-]{0,20}:[a-z0-9-]{0,40}:[a-z0-9-]{0,40}:\d{12}/g,
  },
  { kind: 'a token', needs: 'eyj', pattern: /(?<![a-z0-9_-])eyj[a-z0-9_-]{8,}\.[a-z0-9_-]{8,}\.[a-z0-9_-]*/g },
  {
    kind: 'a token',
    needs: 'bearer ',
    pattern: /(?<![a-z])bearer [a-z0-9._~+/-]{16,}=*/g,
    confirm: (match) => /\d/.test(match[0]),
  },
  { kind: 'a token', needs: 'aiza', pattern: /(?<![a-z0-9])aiza[a-z0-9_-]{35}(?![a-z0-9_-])/g },
  {
    kind: 'a password',
    pattern: /(?<![a-z])(?:password|passwd|pwd|secret|api[_-]?key|access[_-]?token)\s?[=:]\s?["']?([^\s"'`<>]{6,80})/g,
    confirm: (match) => looksLikeSecret(match[1] ?? ''),
  },
  {
    kind: 'credentials in an address',
    needs: '://',
    pattern: /(?<![a-z0-9])[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@]{1,60}:[^\s/:@]{1,80}@/g,
  },
  { kind: 'a private key', needs: '-----begin', pattern: /-----begin [a-z ]{0,30}private key-----/g },
];

/** A value with a digit or sign in it, and no placeholder. */
function looksLikeSecret(written: string): boolean {
  const value = written.replace(/[.,;:)\]]+$/, '');
  return (
    value.length >= 6 &&
    /[\d!$%&*?^~]/.test(value) &&
    !/^(?:\$\{?|<|\*+$|x+$|\.{3}|%)/.test(value) &&
    !/redacted|example|changeme|placeholder/.test(value)
  );
}

function between(value: number, least: number, most: number): boolean {
  return value >= least && value <= most;
}
