/** What a stylesheet would load from elsewhere, found as a browser reads it: by tokens, with escapes taken off. */
import { TokenType, tokenize } from '@csstools/css-tokenizer';

export interface Elsewhere {
  /** `unclosed` is a quote or an address that browsers read as broken, each in its own way. */
  kind: 'elsewhere' | 'unclosed';
  /** UTF-16, 0-based. */
  offset: number;
}

/**
 * Finds `@import`, and every address that is not a path of the site itself. A string counts as an address unless it is
 * plainly text: as a value of an ordinary property, or between square brackets. In functions, such as `url()` and
 * `image-set()`, in properties of one's own, which may come into functions, and behind at-words it is held to be one. Line
 * ends are `\n`. Linear in the text; never throws.
 */
export function findElsewhere(css: string): Elsewhere[] {
  const found: Elsewhere[] = [];
  const around = createSurroundings();
  for (const token of tokenize({ css })) {
    const add = (kind: Elsewhere['kind']) => found.push({ kind, offset: token[2] });
    if (token[0] === TokenType.BadString || token[0] === TokenType.BadURL) add('unclosed');
    else if (token[0] === TokenType.AtKeyword && token[4].value.toLowerCase() === 'import') add('elsewhere');
    else if (token[0] === TokenType.URL && !isOwnPath(token[4].value)) add('elsewhere');
    else if (token[0] === TokenType.String && !around.isText() && !isOwnPath(token[4].value)) add('elsewhere');
    around.pass(token);
  }
  return found;
}

type Token = ReturnType<typeof tokenize>[number];

/** Where one stands between brackets, and of which property. */
function createSurroundings() {
  const open: Bracket[] = [];
  /** The word that a statement begins with; empty where it begins with none. */
  let first: string | undefined;
  /** Empty before a colon, and in what is no declaration. */
  let property = '';
  return {
    isText(): boolean {
      const innermost = open.at(-1);
      if (innermost === '(') return false;
      return innermost === '[' || (property !== '' && !/^--|^(?:initial-value|src)$/.test(property));
    },
    pass(token: Token): void {
      if (token[0] === TokenType.Whitespace || token[0] === TokenType.Comment) return;
      const opened = opening.get(token[0]);
      if (opened) open.push(opened);
      if (open.length > 0 && open.at(-1) === closing.get(token[0])) open.pop();
      if (token[0] === TokenType.Colon) property ||= first ?? '';
      first ??= token[0] === TokenType.Ident ? token[4].value.toLowerCase() : '';
      if (!statementEnds.has(token[0]) || open.at(-1) === '(' || open.at(-1) === '[') return;
      first = undefined;
      property = '';
    },
  };
}

type Bracket = '(' | '[' | '{';
const opening = new Map<TokenType, Bracket>([
  [TokenType.Function, '('],
  [TokenType.OpenParen, '('],
  [TokenType.OpenSquare, '['],
  [TokenType.OpenCurly, '{'],
]);
const closing = new Map<TokenType, Bracket>([
  [TokenType.CloseParen, '('],
  [TokenType.CloseSquare, '['],
  [TokenType.CloseCurly, '{'],
]);
const statementEnds: ReadonlySet<TokenType> = new Set([TokenType.OpenCurly, TokenType.CloseCurly, TokenType.Semicolon]);

/**
 * An anchor, or a path that browsers take for one of this site: no scheme, no host, no character that they drop or turn. Before
 * a blank, or nothing, a scheme has no host (`Note: `).
 */
function isOwnPath(address: string): boolean {
  return /^(?![/]{2})(?! )(?![a-z][a-z0-9+.-]*:(?! |$))[^\\\0-\x1f\x7f]*$/i.test(address);
}
