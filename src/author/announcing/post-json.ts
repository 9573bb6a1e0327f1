/** Sends JSON to a webhook, once, and says for certain what is certain. */
import type { Outcome } from './outcome.ts';

/** Longer than any of these services takes. */
const patience = 20_000;

export interface Post {
  url: string;
  body: string;
  headers?: Readonly<Record<string, string>>;
  /** The other side knows a message that it gets twice. */
  isRepeatable?: boolean;
  now: number;
}

/** Redirects fail: a message follows nobody elsewhere. Where nobody knows whether it arrived, only what is repeatable is tried again. */
export async function postJson({ url, body, headers = {}, isRepeatable = false, now }: Post): Promise<Outcome> {
  let answer: Response;
  try {
    answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': 'candor', ...headers },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    });
  } catch (cause) {
    return lost(codeOf(cause), isRepeatable);
  }
  await answer.body?.cancel().catch(() => undefined);
  return judge(answer, { isRepeatable, now });
}

/** Reads no more of an answer than its status and when to come again. */
function judge({ status, headers }: Response, { isRepeatable, now }: Pick<Post, 'isRepeatable' | 'now'>): Outcome {
  const reason = `the answer was ${status}`;
  if (status >= 200 && status < 300) return { state: 'told' };
  if (status === 410) return { state: 'failed', reason: `${reason}: it takes no messages any more`, isClosed: true };
  if (status === 429 || status === 420 || status === 408 || status === 425 || status === 503)
    return { state: 'failed', reason, again: true, waitMs: readRetryAfter(headers.get('retry-after'), now) };
  // Something broke there, or a gateway gave up: before or after the message was taken.
  if (status >= 500) return isRepeatable ? { state: 'failed', reason, again: true } : { state: 'unknown', reason };
  return { state: 'failed', reason };
}

/** Nothing was sent where no connection came about. */
const neverSent =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_|ERR_TLS|ERR_SSL|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/;

function lost(code: string, isRepeatable: boolean): Outcome {
  const reason = code === 'TimeoutError' ? 'no answer came in time' : `the connection broke (${code})`;
  if (neverSent.test(code)) return { state: 'failed', reason: `no connection (${code})`, again: true };
  return isRepeatable ? { state: 'failed', reason, again: true } : { state: 'unknown', reason };
}

function codeOf(cause: unknown): string {
  const { name, cause: inner } = cause as { name?: string; cause?: { code?: unknown; errors?: { code?: unknown }[] } };
  const code = inner?.code ?? inner?.errors?.[0]?.code;
  return typeof code === 'string' && /^[A-Z_0-9]{2,60}$/.test(code) ? code : name === 'TimeoutError' ? name : 'unknown';
}

/** Seconds or a moment (RFC 9110, 10.2.3), in milliseconds from now. */
function readRetryAfter(value: string | null, now: number): number | undefined {
  if (value === null) return undefined;
  if (/^\d+(?:\.\d+)?$/.test(value.trim())) return Math.ceil(Number(value) * 1000);
  const moment = Date.parse(value);
  return Number.isNaN(moment) ? undefined : Math.max(0, moment - now);
}
