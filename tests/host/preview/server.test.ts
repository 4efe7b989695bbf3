import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { HttpTarget } from '../../../src-shared/link/http-wire.ts';
import { type Answer, type TestPreview, testPreview } from '../../support/preview-server.ts';
import { sharedFile, whySkipped } from '../../support/shared-folder.ts';

async function call(preview: TestPreview, method: string, params: unknown): Promise<Answer> {
  return preview.send({
    method: 'POST',
    path: '/call',
    headers: { cookie: await preview.cookie(), origin: preview.origin, 'content-type': 'application/json' },
    body: JSON.stringify({ method, params }),
  });
}

describe('the way in', () => {
  test('the token becomes a strict cookie and leaves the address', async () => {
    const preview = await testPreview();
    const welcome = await preview.send({ path: new URL(preview.address).pathname + new URL(preview.address).search });
    expect(welcome.status).toBe(303);
    expect(welcome.headers['location']).toBe('/');
    expect(String(welcome.headers['set-cookie'])).toMatch(/=[0-9a-f]{64}; HttpOnly; SameSite=Strict; Path=\/$/);
    expect(preview.address).toMatch(/\?token=[0-9a-f]{32}$/);
    const page = await preview.send({ headers: { cookie: await preview.cookie() } });
    expect(page.status).toBe(200);
    expect(page.body).toContain('<title>page</title>');
  });

  test('every answer carries the strict policy and no leave for other sites', async () => {
    const preview = await testPreview();
    const cookie = await preview.cookie();
    const answers = [
      await preview.send({ headers: { cookie } }),
      await preview.send({}),
      await preview.send({ path: '/nothing', headers: { cookie } }),
      await preview.send({ method: 'OPTIONS', headers: { cookie, origin: preview.origin } }),
      await call(preview, 'ledger.status', {}),
    ];
    for (const { headers } of answers) {
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';/);
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  test('strangers are refused: wrong host, other origin, other site, wrong token, other verbs', async () => {
    const preview = await testPreview();
    const cookie = await preview.cookie();
    const status = async (asked: Parameters<TestPreview['send']>[0]): Promise<number> =>
      (await preview.send(asked)).status;
    expect(await status({ headers: { cookie, host: 'evil.example' } })).toBe(403);
    expect(await status({ headers: { cookie, host: preview.host.replace('127.0.0.1', 'localhost') } })).toBe(403);
    expect(await status({ headers: { cookie, origin: 'http://evil.example' } })).toBe(403);
    expect(await status({ headers: { cookie, 'sec-fetch-site': 'cross-site' } })).toBe(403);
    expect(await status({ headers: { cookie, 'sec-fetch-site': 'same-site' } })).toBe(403);
    expect(await status({ path: '/?token=00000000000000000000000000000000' })).toBe(401);
    expect(await status({})).toBe(401);
    expect(await status({ method: 'POST', path: '/call', headers: { cookie }, body: '{}' })).toBe(403);
    for (const method of ['OPTIONS', 'TRACE', 'PUT', 'DELETE', 'HEAD'])
      expect(await status({ method, headers: { cookie, origin: preview.origin } })).toBe(405);
  });

  test('nothing outside the page is served', async () => {
    const preview = await testPreview();
    const cookie = await preview.cookie();
    for (const path of ['/../data/ledger.db', '/%2e%2e/data/ledger.db', '/..%2fdata/ledger.db', '//etc/passwd'])
      expect((await preview.send({ path, headers: { cookie } })).status).toBe(404);
  });
});

describe('calls', () => {
  test('a call is answered as over any link; a wrong one is a Problem', async () => {
    const preview = await testPreview();
    expect(JSON.parse((await call(preview, 'ledger.status', {})).body)).toMatchObject({
      kind: 'reply',
      result: { orders: 0, demo: false },
    });
    expect(JSON.parse((await call(preview, 'ledger.status', 7)).body)).toMatchObject({
      kind: 'problem',
      problem: { code: 'params-invalid' },
    });
    expect(JSON.parse((await call(preview, 'constructor', {})).body)).toMatchObject({
      kind: 'problem',
      problem: { code: 'method-unknown' },
    });
  });

  test('a call that is not JSON, or endless, is refused', async () => {
    const preview = await testPreview();
    const headers = { cookie: await preview.cookie(), origin: preview.origin };
    const post = { method: 'POST', path: '/call' };
    const form = await preview.send({
      ...post,
      headers: { ...headers, 'content-type': 'text/plain' },
      body: '{"method":"ledger.status","params":{}}',
    });
    expect(form.status).toBe(415);
    const json = { ...headers, 'content-type': 'application/json' };
    expect(JSON.parse((await preview.send({ ...post, headers: json, body: '{' })).body)).toMatchObject({
      kind: 'problem',
      problem: { code: 'params-invalid' },
    });
    expect((await preview.send({ ...post, headers: json, body: ' '.repeat(8_000_001) })).status).toBe(413);
  });

  test('an upload becomes a ticket under a name without folders', async () => {
    const preview = await testPreview();
    const answer = await preview.send({
      method: 'POST',
      path: `/upload?name=${encodeURIComponent('../../订单.csv')}`,
      headers: { cookie: await preview.cookie(), origin: preview.origin },
      body: Buffer.from('订单编号,买家\n'),
    });
    expect(JSON.parse(answer.body)).toMatchObject({ name: '订单.csv', bytes: 20 });
    expect(answer.body).not.toContain(preview.folder);
    expect(readdirSync(join(preview.folder, 'uploads'))).toHaveLength(1);
  });

  test('a target is where an export goes and where the browser fetches it', async () => {
    const preview = await testPreview();
    const headers = { cookie: await preview.cookie(), origin: preview.origin, 'content-type': 'application/json' };
    const made = await preview.send({ method: 'POST', path: '/target', headers, body: '{"name":"客户.csv"}' });
    // The server answers with a HttpTarget.
    const { download } = JSON.parse(made.body) as HttpTarget;
    expect((await preview.send({ path: download, headers: { cookie: await preview.cookie() } })).status).toBe(404);
    expect((await preview.send({ path: '/download/guess', headers: { cookie: await preview.cookie() } })).status).toBe(
      404,
    );
  });
});

const hostile = sharedFile('badinputs/lists/loopback-requests-given.json');

interface LoopbackItem {
  readonly host: string;
  readonly origin: string | null;
  readonly token: 'good' | 'bad' | null;
  readonly method: string;
  readonly want: number | string;
}

test.skipIf(hostile === null)(
  `the list of loopback requests is answered as it asks${hostile === null ? ` (${whySkipped('badinputs')})` : ''}`,
  async () => {
    // The list's own shape.
    const { items } = JSON.parse(readFileSync(hostile ?? '', 'utf8')) as { items: LoopbackItem[] };
    const preview = await testPreview();
    const good = await preview.cookie();
    const [name = ''] = good.split('=');
    const port = preview.host.split(':')[1] ?? '';
    for (const { host, origin, token, method, want } of items) {
      const cookie = token === 'good' ? good : token === 'bad' ? `${name}=${'0'.repeat(64)}` : '';
      const answer = await preview.send({
        method,
        headers: {
          host: host.replace('PORT', port),
          ...(origin === null ? {} : { origin: origin.replace('PORT', port) }),
          ...(cookie === '' ? {} : { cookie }),
        },
      });
      const said = `${method} ${host} from ${origin} with ${token} token`;
      if (typeof want === 'number') expect(answer.status, said).toBe(want);
      else if (want === 'documented') expect(answer.status, said).toBe(403);
      expect(answer.headers['access-control-allow-origin'], said).toBeUndefined();
    }
    expect(existsSync(join(preview.folder, 'ledger.db'))).toBe(true);
  },
);
