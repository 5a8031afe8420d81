import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeKeyLink } from '../../../src/services/access/actions/make-link.ts';
import { givenGrant } from '../../services/access/given.ts';
import { type ApiRig, apiRig } from './calling.ts';

let rig: ApiRig;
beforeAll(async () => {
  rig = await apiRig();
  const { providerId } = rig.cast;
  await givenGrant({ ...rig.app, clock: rig.clock }, { applicationId: 'app_page', providerId });
});
afterAll(() => rig[Symbol.asyncDispose]());

async function link(): Promise<string> {
  const wanted = { applicationId: 'app_page', mode: 'LIVE', requestId: 'test' } as const;
  const made = await makeKeyLink(rig.app, { actor: rig.cast.admin, ...wanted });
  if ('refused' in made) throw new Error(made.refused);
  return `/keys/${made.ok.token}`;
}

const KEY = /bb_live_[0-9A-Za-z]{36}/;
const open = (url: string, method: 'GET' | 'POST' = 'GET', headers = {}) =>
  rig.server.inject({ method, url, headers: { ...(method === 'POST' ? FORM : {}), ...headers } });
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

describe('the page of a key', () => {
  it('asks first, however often a platform looks at the link to preview it', async () => {
    const url = await link();
    for (let previews = 0; previews < 3; previews += 1) {
      const page = await open(url);
      expect([page.statusCode, page.body.includes('<form method="post">')]).toEqual([200, true]);
      expect(page.body).not.toMatch(KEY);
    }
    expect((await open(url, 'POST')).body).toMatch(KEY);
  });

  it('shows the key once, and it works', async () => {
    const url = await link();
    const [key = ''] = KEY.exec((await open(url, 'POST')).body) ?? [];
    expect((await rig.with(key)('GET', '/items')).statusCode).toBe(200);
    for (const again of [await open(url), await open(url, 'POST')]) {
      expect(again.statusCode).toBe(410);
      expect(again.body).toContain('/service keys');
      expect(again.body).not.toMatch(KEY);
    }
  });

  it('shows it to one of two who press at once', async () => {
    const url = await link();
    const pages = await Promise.all([open(url, 'POST'), open(url, 'POST')]);
    expect(pages.map(({ statusCode }) => statusCode).sort()).toEqual([200, 410]);
  });

  it('is kept by nobody, framed by nobody, and tells nobody its address', async () => {
    const { headers } = await open(await link());
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
    });
  });

  it('speaks the language of the one who asked for it', async () => {
    const chinese = { 'accept-language': 'zh-CN' };
    expect((await open(await link(), 'GET', chinese)).body).toContain('显示密钥');
    expect((await open('/keys/none', 'GET', chinese)).body).toContain('链接已失效');
  });

  it('shows what people are called as text', async () => {
    await rig.app.database.prisma.organisation.update({
      where: { id: rig.cast.providerId },
      data: { name: '<b>A&B</b>' },
    });
    expect((await open(await link())).body).toContain('&lt;b&gt;A&amp;B&lt;/b&gt;');
  });
});
