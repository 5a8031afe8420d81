import { threadId } from 'node:worker_threads';

type Job = { readonly say: string } | { readonly fail: string } | 'die';

/** What a thread is asked to do in tests. */
export function oddJob(job: Job): { readonly said: string; readonly thread: number } {
  if (job === 'die') process.exit(7);
  if ('fail' in job) throw new TypeError(job.fail);
  return { said: job.say, thread: threadId };
}
