/** The portal over TLS, of its own and behind a proxy: cookies for this very host, and browsers that never come back without TLS. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testBrowser } from '../support/browser-for-test.ts';
import { openPortal, type PortalGround } from '../support/portal-for-test.ts';

describe('the portal over TLS', () => {
  let on: PortalGround;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'adw-tls-'));
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
    execFileSync(
      'openssl',
      ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', cert, ...names],
      {
        stdio: 'ignore',
      },
    );
    on = await openPortal({ TLS_CERT_FILE: cert, TLS_KEY_FILE: key });
  });
  afterAll(async () => {
    await on?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is verified, ties cookies to this very host, and asks browsers to stay with TLS', async () => {
    const headers = await new Promise<IncomingHttpHeaders>((resolve, reject) => {
      const options = { ca: readFileSync(join(folder, 'cert.pem')) };
      get(`https://localhost:${on.config.port}/sign-in`, options, (answer) => {
        answer.resume();
        resolve(answer.headers);
      }).on('error', reject);
    });
    expect(headers['strict-transport-security']).toMatch(/^max-age=\d{8}/);
    expect(headers['set-cookie']?.[0]).toMatch(/^__Host-adwright-visit=[\w-]{43};.*Path=\/.*HttpOnly; Secure; SameSite=Lax$/);
  });
});

describe('the portal behind a TLS proxy on this machine', () => {
  let on: PortalGround;
  beforeAll(async () => {
    on = await openPortal({ PUBLIC_URL: 'https://ads.example' });
  });
  afterAll(async () => {
    await on?.close();
  });
  const through = (headers: Record<string, string>) =>
    testBrowser(on.origin).post('/sign-in', 'csrf=x', { host: 'ads.example', origin: 'https://ads.example', ...headers });

  it('takes its word on TLS, and sends whoever came without to the public address', async () => {
    const secure = await through({ 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.5' });
    expect(secure.status).toBe(403);
    expect(secure.headers['set-cookie']?.[0]).toContain('__Host-adwright-visit');
    expect(secure.headers['strict-transport-security']).toBeDefined();
    const plain = await through({ 'x-forwarded-proto': 'http', 'x-forwarded-for': '203.0.113.5' });
    expect([plain.status, plain.headers.location]).toEqual([308, 'https://ads.example/sign-in']);
  });
});
