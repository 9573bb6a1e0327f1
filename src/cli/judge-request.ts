/** Which requests the servers for one's own machine answer: any page a browser shows may send one to them. */
import type { IncomingMessage } from 'node:http';

export type Judged =
  | { refused: 400 | 403 | 405 | 414 | 421 }
  /** The path as it was asked for, escapes and all: it begins with one slash and can be decoded. */
  | { refused?: never; method: 'GET' | 'HEAD' | 'POST'; path: string; query: URLSearchParams };

/** The parts of a request that are looked at; of headers, `host` once for each time it was sent. */
export type Asked = Pick<IncomingMessage, 'method' | 'url' | 'headers'> & { hosts: readonly string[] };

const longestTarget = 4096;

/**
 * Answers go to the names of this machine alone: another name may be any site's that points it here (DNS rebinding). What
 * another site makes a browser ask is refused (Fetch Metadata), but for opening a page by a link. A POST, which changes
 * state, says by `Origin` that a page of this server sends it.
 */
export function judgeRequest({ method, url = '', headers, hosts }: Asked, port: number): Judged {
  const [host = ''] = hosts;
  if (hosts.length !== 1 || !namesOf(port).includes(host)) return { refused: 421 };
  if (method !== 'GET' && method !== 'HEAD' && method !== 'POST') return { refused: 405 };
  if (url.length > longestTarget) return { refused: 414 };
  const [target = '', search = ''] = splitOnce(url, '?');
  if (!isPlainPath(target)) return { refused: 400 };
  const { origin } = headers;
  if (origin === undefined ? method === 'POST' : origin !== `http://${host}`) return { refused: 403 };
  if (!isFromHere(headers) && !(method === 'GET' && isOpening(headers) && !target.startsWith('/candor-dev/')))
    return { refused: 403 };
  return { method, path: target, query: new URLSearchParams(search) };
}

/** True for an absolute path of this server that leads nowhere else, in any reading of it. */
export function isPlainPath(path: string): boolean {
  if (!/^\/(?!\/)[!-~]*$/.test(path) || /[#\\]/.test(path)) return false;
  try {
    if (/[\0-\x1f\x7f\\]/.test(decodeURIComponent(path))) return false;
    return !decodeURIComponent(path)
      .split('/')
      .some((step) => step === '.' || step === '..');
  } catch {
    return false;
  }
}

function namesOf(port: number): string[] {
  return ['localhost', '127.0.0.1', '[::1]'].flatMap((name) => [`${name}:${port}`, ...(port === 80 ? [name] : [])]);
}

type Headers = Asked['headers'];

/** Other ports of this machine are `same-site`, and not trusted either. What is no browser sends no such header. */
function isFromHere({ 'sec-fetch-site': site }: Headers): boolean {
  return site === undefined || site === 'same-origin' || site === 'none';
}

/** A link that was followed in a window of its own, not in a frame. */
function isOpening({ 'sec-fetch-mode': mode, 'sec-fetch-dest': kind }: Headers): boolean {
  return mode === 'navigate' && kind === 'document';
}

function splitOnce(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
