/** Who may speak to the preview's server: each refusal a line with its reason. Nothing is served before a request has passed. */

import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export interface Gate {
  /** The first address, with the token in it. */
  readonly address: string;
  judge(request: AskedRequest): Verdict;
}

export interface AskedRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
}

export type Verdict =
  | { readonly kind: 'pass' }
  /** The token was right: set the cookie and lead to the address without it. */
  | { readonly kind: 'welcome'; readonly cookie: string }
  | { readonly kind: 'refuse'; readonly status: number; readonly why: string };

const refuse = (status: number, why: string): Verdict => ({ kind: 'refuse', status, why });

/** Takes the same time however much of the guess is right. */
function isSame(guess: string, secret: string): boolean {
  const [a, b] = [Buffer.from(guess), Buffer.from(secret)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function cookieNamed(name: string, header: string | undefined): string {
  for (const pair of (header ?? '').split(';')) {
    const [key, value] = pair.trim().split('=');
    if (key === name) return value ?? '';
  }
  return '';
}

/** `port` is the one that is listened on. Token and cookie are new at each start, 128 bits and more. */
export function makeGate(port: number): Gate {
  const host = `127.0.0.1:${port}`;
  const origin = `http://${host}`;
  const token = randomBytes(16).toString('hex');
  const secret = randomBytes(32).toString('hex');
  // Cookies do not know ports: two previews on one machine must not overwrite each other's.
  const cookieName = `regulars-${port}`;

  const stranger = ({ headers, method }: AskedRequest): Verdict | null => {
    // Another name for this address means another site's page was resolved to it (DNS rebinding); localhost is refused too, so that there is one origin.
    if (headers.host !== host) return refuse(403, `This server only answers to ${host}.`);
    if (method !== 'GET' && method !== 'POST') return refuse(405, 'Only GET and POST are answered.');
    if (headers.origin !== undefined && headers.origin !== origin)
      return refuse(403, 'Another site may not ask this server.');
    const site = headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none')
      return refuse(403, 'Another site may not ask this server.');
    // A form of another site can post, but a browser then always names that site.
    if (method === 'POST' && headers.origin === undefined && site === undefined)
      return refuse(403, 'A call must say where it comes from.');
    return null;
  };

  return {
    address: `${origin}/?token=${token}`,
    judge: (request) => {
      const strange = stranger(request);
      if (strange !== null) return strange;
      if (isSame(cookieNamed(cookieName, request.headers.cookie), secret)) return { kind: 'pass' };
      const given = request.url.searchParams.get('token');
      if (request.method === 'GET' && request.url.pathname === '/' && given !== null && isSame(given, token))
        return { kind: 'welcome', cookie: `${cookieName}=${secret}; HttpOnly; SameSite=Strict; Path=/` };
      return refuse(401, 'Open the address that the program printed when it started.');
    },
  };
}
