/** Requests as no client would send them, byte by byte, for servers that nothing may end. */
import { connect } from 'node:net';
import { createRandom } from '../../bench/random.ts';

const targets = [
  '//',
  '///',
  '/\\',
  '//elsewhere.example/',
  'http://elsewhere.example/',
  'http://[',
  'http://localhost:0/%',
  '*',
  '',
  '?',
  '#',
  '/#',
  '/%',
  '/%00',
  '/%0d%0aX: y',
  '/%c0%ae%c0%ae/',
  '/%ff',
  '/../../etc/passwd',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/..%5c..%5c',
  '/candor-dev/edition/internal',
  '/candor-dev/edition/public?back=%0d%0aX:%20y',
  '/candor-dev/edition/internal?back=//elsewhere.example/',
  '/candor-dev/events',
  '/candor-dev/problems',
  '/postmortems/%zz/',
  '/images/%20',
  '/404.html',
  `/${'a'.repeat(9000)}`,
  `/${'%41'.repeat(1200)}`,
  `/${'a/'.repeat(1500)}`,
  '/\0',
  '/\x7f',
  '/é',
  '/\u{1F6D1}',
];
const methods = ['GET', 'HEAD', 'POST', 'OPTIONS', 'CONNECT', 'TRACE', 'PRI', 'get', 'QUERY', '\0'];
const versions = ['HTTP/1.1', 'HTTP/1.0', 'HTTP/2.0', 'HTTP/9', '', 'x'];
const headers = [
  'Range: bytes=9-2',
  'Range: bytes=-',
  'If-None-Match: *',
  'Origin: null',
  'Origin: http://elsewhere.example',
  'Sec-Fetch-Site: cross-site',
  'Upgrade: websocket\r\nConnection: Upgrade',
  'Expect: 100-continue',
  'Expect: x',
  'Content-Length: 999999',
  'Content-Length: -1',
  'Transfer-Encoding: chunked',
  'Accept-Encoding: \xff',
  `X: ${'y'.repeat(20_000)}`,
  'no header at all',
];

/** As many as `count`, the same for a `seed`. */
export function rawRequests(count: number, { seed, host }: { seed: number; host: string }): Buffer[] {
  const random = createRandom(seed);
  const below = (end: number) => random.between(0, end - 1);
  const one = <T>(list: readonly T[]) => random.pick(list);
  return Array.from({ length: count }, (_, index) => {
    const target = index < targets.length ? (targets[index] ?? '') : junk(one(targets), below);
    const hosts = one([[host], [host], [host], [host, host], [], ['elsewhere.example']]);
    const lines = [
      `${index < targets.length ? 'GET' : one(methods)} ${target} ${index < targets.length ? 'HTTP/1.1' : one(versions)}`,
      ...(index < targets.length ? [host] : hosts).map((name) => `Host: ${name}`),
      ...(index < targets.length || below(2) === 0 ? [] : [one(headers)]),
    ];
    return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1');
  });
}

/** The target with some of its characters changed. */
function junk(target: string, below: (end: number) => number): string {
  const characters = [...target.slice(0, 200)];
  for (let change = below(4); change > 0; change -= 1)
    characters.splice(
      below(characters.length + 1),
      below(2),
      ['%', '/', '\\', '\0', '.', '?', ' ', '\xff'][below(8)] ?? '',
    );
  return characters.join('');
}

/** Sends the bytes and hangs up a moment later, whatever comes back. */
export function sendRaw(port: number, bytes: Buffer): Promise<string> {
  return new Promise((resolve) => {
    let received = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    const timer = setTimeout(() => socket.destroy(), 40);
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(received);
    });
  });
}
