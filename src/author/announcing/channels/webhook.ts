/** A program of the owner's, by the specification of Standard Webhooks 1.0. The id of a message is the same whenever it is sent. */
import { createHmac, hash } from 'node:crypto';
import type { Channel } from '../channel.ts';
import { cutText } from '../cut-text.ts';
import type { Message } from '../message.ts';
import { postJson } from '../post-json.ts';
import { refuseAddress } from '../refuse-address.ts';

/** The specification asks for less than 20 kB. */
const mostBytes = 19_000;

interface Signed {
  id: string;
  body: string;
}

export const webhook: Channel<'webhook', Signed> = {
  compose(message) {
    const whole = bodyOf(message, message.facts.length);
    const body = Buffer.byteLength(whole) <= mostBytes ? whole : bodyOf(message, 0);
    return { id: `msg_${hash('sha256', message.id).slice(0, 32)}`, body };
  },
  show: ({ id, body }) => `webhook-id: ${id}\n${JSON.stringify(JSON.parse(body), null, 2)}`,
  /** The moment is that of the attempt, and is signed with the rest. */
  send({ id, body }, { url, secret }, { secretOf, clock }) {
    const now = clock();
    const seconds = String(Math.floor(now / 1000));
    const signature = createHmac('sha256', keyOf(secretOf(secret)))
      .update(`${id}.${seconds}.${body}`)
      .digest('base64');
    const headers = { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': `v1,${signature}` };
    return postJson({ url: secretOf(url), body, headers, isRepeatable: true, now });
  },
  refuse({ url, secret }, secretOf) {
    const { length } = keyOf(secretOf(secret));
    if (length < 24 || length > 64) return 'is no secret of Standard Webhooks: whsec_ and 24 to 64 bytes in Base64.';
    return refuseAddress(secretOf(url));
  },
  pace: 0,
};

function bodyOf({ kind, published, ...message }: Message, facts: number): string {
  const type = kind === 'published' || kind === 'revised' ? `postmortem.${kind}` : `promise.${kind}`;
  const postmortem = { ...message.postmortem, title: cutText(message.postmortem.title, 500) };
  const site = { ...message.site, organisation: cutText(message.site.organisation, 200) };
  const texts = { title: cutText(message.title, 500), summary: cutText(message.summary, 3000), postmortem, site };
  return JSON.stringify({
    type,
    timestamp: published,
    data: { ...message, ...texts, kind, facts: message.facts.slice(0, facts) },
  });
}

/** Empty where it is none. */
function keyOf(secret: string): Buffer {
  const base64 = secret.trim().replace(/^whsec_/, '');
  return /^[A-Za-z0-9+/]+={0,2}$/.test(base64) ? Buffer.from(base64, 'base64') : Buffer.of();
}
