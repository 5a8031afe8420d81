import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { threadId } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { onThread } from '../../src/platform/thread.ts';

const JOBS = new URL('./support/odd-jobs.ts', import.meta.url);
const newThread = () => onThread<typeof import('./support/odd-jobs.ts').oddJob>(JOBS, 'oddJob');

describe('work on a thread of its own', () => {
  it('is done elsewhere, and all of it on the same thread', async () => {
    const done = newThread();
    const answers = await Promise.all([done({ say: '一' }), done({ say: '二' }), done({ say: '三' })]);
    expect(answers.map(({ said }) => said)).toEqual(['一', '二', '三']);
    const threads = new Set(answers.map(({ thread }) => thread));
    expect(threads.size).toBe(1);
    expect(threads).not.toContain(threadId);
  });

  it('that fails says why, and the next is done', async () => {
    const done = newThread();
    await expect(done({ fail: 'no such colour' })).rejects.toThrow(new TypeError('no such colour'));
    expect(await done({ say: 'well' })).toMatchObject({ said: 'well' });
  });

  it('fails with its thread, and the next gets another', async () => {
    const done = newThread();
    const before = await done({ say: 'here' });
    await expect(done('die')).rejects.toThrow();
    expect((await done({ say: 'again' })).thread).not.toBe(before.thread);
  });

  it('keeps no process from ending once it is done', async () => {
    const thread = new URL('../../src/platform/thread.ts', import.meta.url);
    const script = `const { onThread } = await import('${thread}');
      console.log((await onThread(new URL('${JOBS}'), 'oddJob')({ say: 'over' })).said);`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
      timeout: 20_000,
    });
    expect(stdout).toBe('over\n');
  });
});
