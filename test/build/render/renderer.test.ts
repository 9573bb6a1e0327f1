/** One process of the renderer: whatever becomes of it, whoever asked is told, and it is gone. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { startRenderer } from '../../../src/build/render/renderer.ts';
import { temporaryFolder } from '../../support/build.ts';

const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true }));

/** A process that does `work` with each `task`. */
function start(work: string, before = '') {
  const script = join(folder, `${work.length}-${before.length}.mjs`);
  writeFileSync(script, `${before}\nprocess.on('message', (task) => { ${work} });\nprocess.send({ isReady: true });\n`);
  return startRenderer({ words: [script], environment: {} });
}

test('answers come to the tasks that were asked, one after the other', async () => {
  const { look, bring, close } = start(
    'process.send(task.few ? { missing: [3], kept: task.few, rendered: 0 } : { rendered: task });',
  );
  expect(await look(4)).toEqual({ missing: [3], kept: 4, rendered: 0 });
  expect(await bring(7)).toEqual({ rendered: 7 });
  expect(await bring(8)).toEqual({ rendered: 8 });
  await close();
});

test('a process that fails, dies or never begins says so to whoever asked', async () => {
  const failing = start("process.send({ failed: 'no such page' });");
  await expect(failing.bring(1)).rejects.toThrow('The renderer stopped.\nno such page');
  await failing.close();
  const dying = start("console.error('out of paper'); process.exit(3);");
  await expect(dying.bring(1)).rejects.toThrow('The renderer stopped with code 3.\nout of paper');
  await expect(dying.bring(2)).rejects.toThrow('The renderer stopped with code 3.');
  await dying.close();
  const broken = start('', "throw new Error('no engine');");
  await expect(broken.look(1)).rejects.toThrow('no engine');
  await broken.close();
});

test('a process that is closed in the midst of a task is gone, and the task has failed', async () => {
  const { bring, close } = start('for (;;);');
  const task = bring(1);
  const told = expect(task).rejects.toThrow('The renderer stopped');
  await close();
  await told;
});
