/** The language server that completes frontmatter in MDX files, driven over its protocol. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { repository } from './build.ts';

interface Message {
  id?: number;
  method?: string;
  params?: { items?: unknown[] };
  result?: unknown;
}

export interface LanguageServer {
  open(file: string, text: string): string;
  ask<T>(method: string, params: object): Promise<T>;
  stop(): void;
}

/** Starts Astro's language server over the folder `root`, as its extension for VS Code does. */
export async function startLanguageServer(root: string): Promise<LanguageServer> {
  const modules = join(repository, 'node_modules');
  const server = spawn(process.execPath, [join(modules, '@astrojs/language-server/bin/nodeServer.js'), '--stdio'], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const waiting = new Map<number, (result: unknown) => void>();
  let count = 0;
  const send = (message: object) => write(server, { jsonrpc: '2.0', ...message });
  const ask = <T>(method: string, params: object) =>
    new Promise<T>((resolve) => {
      count += 1;
      waiting.set(count, resolve as (result: unknown) => void);
      send({ id: count, method, params });
    });
  readMessages(server, ({ id, method, params, result }) => {
    if (id === undefined) return;
    if (method === undefined) waiting.get(id)?.(result);
    else send({ id, result: method === 'workspace/configuration' ? (params?.items ?? []).map(() => null) : null });
  });
  const uri = pathToFileURL(root).href;
  await ask('initialize', {
    processId: process.pid,
    rootUri: uri,
    workspaceFolders: [{ uri, name: 'site' }],
    capabilities: {
      workspace: { workspaceFolders: true, configuration: true },
      textDocument: { completion: {}, hover: {} },
    },
    initializationOptions: { typescript: { tsdk: join(modules, 'typescript/lib') }, contentIntellisense: true },
  });
  send({ method: 'initialized', params: {} });
  return {
    ask,
    open: (file, text) => {
      const document = { uri: pathToFileURL(file).href, languageId: 'mdx', version: 1, text };
      send({ method: 'textDocument/didOpen', params: { textDocument: document } });
      return document.uri;
    },
    stop: () => void server.kill(),
  };
}

function write(server: ChildProcess, message: object): void {
  const body = JSON.stringify(message);
  server.stdin?.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}

function readMessages(server: ChildProcess, take: (message: Message) => void): void {
  let pending = Buffer.alloc(0);
  server.stdout?.on('data', (chunk: Buffer) => {
    pending = Buffer.concat([pending, chunk]);
    for (;;) {
      const head = pending.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/.exec(pending.subarray(0, Math.max(0, head)).toString())?.[1]);
      if (head < 0 || pending.length < head + 4 + length) return;
      take(JSON.parse(pending.subarray(head + 4, head + 4 + length).toString()) as Message);
      pending = pending.subarray(head + 4 + length);
    }
  });
}
