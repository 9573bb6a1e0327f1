#!/usr/bin/env node
// `npm create candor DIR` is `candor init DIR`, by the version of Candor that was just fetched.
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const inside = fileURLToPath(import.meta.resolve('candor/package.json'));
process.argv.splice(2, 0, 'init');
await import(pathToFileURL(join(dirname(inside), 'bin', 'candor.mjs')).href);
