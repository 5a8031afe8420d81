import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPublicAddress, webhookUrl } from '../../../src/services/webhooks/target/address.ts';
import { post } from '../../../src/services/webhooks/target/post.ts';
import { publicLookup } from '../../../src/services/webhooks/target/public-lookup.ts';

const REAL = { trustsLoopback: false };
const DEMO = { trustsLoopback: true };

describe('an address of a webhook', () => {
  it.each(['https://hooks.yuntu.example/baobei', 'https://hooks.yuntu.example:8443/a?b=c'])(
    '%s may be set up',
    (url) => {
      expect(webhookUrl(url, REAL)).toEqual({ ok: url });
    },
  );

  it.each([
    'http://hooks.yuntu.example/',
    'https://localhost/',
    'https://localhost.:8443/',
    'https://hooks.internal/',
    'https://printer.local/',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://10.0.0.8/',
    'https://169.254.169.254/latest/meta-data/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://user:password@hooks.yuntu.example/',
    'https://hooks',
    'ftp://hooks.yuntu.example/',
    'file:///etc/passwd',
    'http://127.0.0.1:3000/',
    'hooks.yuntu.example',
    '',
  ])('%j is refused', (url) => {
    expect(webhookUrl(url, REAL)).toMatchObject({ refused: 'access.webhook-address', field: 'url' });
  });

  it.each([
    ['http://127.0.0.1:3000/hook', true],
    ['http://127.0.0.1:3000@evil.example/', false],
    ['http://127.0.0.1.evil.example:80/', false],
    ['http://localhost:3000/', false],
    ['http://127.0.0.2:3000/', false],
  ])('on this machine is for the demo alone: %s', (url, allowed) => {
    expect('ok' in webhookUrl(url, DEMO)).toBe(allowed);
  });
});

describe('a machine', () => {
  it.each(['203.0.114.7', '8.8.8.8', '2606:4700:4700::1111'])('at %s may be called', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    ['this machine', '127.0.0.1'],
    ['this machine, otherwise', '127.8.8.8'],
    ['any machine', '0.0.0.0'],
    ['a private network', '10.1.2.3'],
    ['a private network', '172.16.0.1'],
    ['a private network', '192.168.1.1'],
    ['the cloud’s own data', '169.254.169.254'],
    ['carrier-grade NAT', '100.64.0.1'],
    ['everybody', '255.255.255.255'],
    ['many', '224.0.0.1'],
    ['what is reserved', '240.0.0.1'],
    ['this machine over IPv6', '::1'],
    ['any machine over IPv6', '::'],
    ['this machine, mapped', '::ffff:127.0.0.1'],
    ['a private network, mapped', '::ffff:10.0.0.1'],
    ['this machine through NAT64', '64:ff9b::7f00:1'],
    ['this machine through 6to4', '2002:7f00:1::'],
    ['Teredo', '2001:0:7f00:1::'],
    ['a unique local network', 'fd00::1'],
    ['a link', 'fe80::1'],
    ['many over IPv6', 'ff02::1'],
    ['no address at all', 'example.org'],
  ])('that is %s (%s) may not', (_what, address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('a message', () => {
  let server: http.Server;
  let requests: http.IncomingMessage[];
  let base: string;
  beforeAll(async () => {
    requests = [];
    server = http.createServer((request, response) => {
      requests.push(request);
      if (request.url === '/redirect') response.writeHead(302, { location: `${base}/secret` }).end();
      else if (request.url === '/endless') response.writeHead(200).write('x'.repeat(100_000));
      else response.writeHead(204).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const sent = (url: string, options: Partial<Parameters<typeof post>[1]> = {}) =>
    post({ url, body: '{}', headers: {} }, { ...DEMO, signal: new AbortController().signal, ...options });

  it('is sent, and answered', async () => {
    expect(await sent(`${base}/hook`)).toBe(204);
  });

  it('does not follow where an answer leads', async () => {
    requests = [];
    expect(await sent(`${base}/redirect`)).toBe(302);
    expect(requests.map(({ url }) => url)).toEqual(['/redirect']);
  });

  it('does not wait for the end of an answer', async () => {
    expect(await sent(`${base}/endless`)).toBe(200);
  });

  it('is given up when it is no longer wanted', async () => {
    await expect(sent(`${base}/hook`, { signal: AbortSignal.abort() })).rejects.toThrow();
  });

  it.each([
    ['an address of this machine', 'https://127.0.0.1/'],
    ['one written over IPv6', 'https://[::ffff:7f00:1]/'],
    ['anything but https', 'http://hooks.yuntu.example/'],
  ])('is not sent to %s, whatever was stored', async (_what, url) => {
    await expect(sent(url, REAL)).rejects.toThrow('not public');
  });

  it.each([
    ['this machine', ['127.0.0.1']],
    ['a public machine and a private one', ['203.0.114.7', '10.0.0.1']],
    ['nowhere', []],
  ])('is not sent where the name leads to %s by now', async (_where, addresses) => {
    const lookup = publicLookup((_name, _options, done) =>
      done(
        null,
        addresses.map((address) => ({ address, family: 4 })),
      ),
    );
    await expect(sent('https://rebound.example/', { ...REAL, lookup })).rejects.toThrow('not public');
  });
});
