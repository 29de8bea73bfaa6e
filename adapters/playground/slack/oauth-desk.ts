/** Where workspaces agree to an installation, and codes and used-up tokens are exchanged for new ones. */
import { z } from 'zod';
import type { Clock } from '../../../src/clock.ts';
import type { ManifestRules } from './manifest-rules.ts';
import type { Surroundings } from './methods/method.ts';
import { readArgs } from './methods/method.ts';
import { Refusal } from './refusal.ts';
import type { Json } from './world.ts';

export const oauthApp = { clientId: '1234567890.0987654321', clientSecret: 'loopback-client-secret' };

/** Seconds that a token lives where the manifest wants it to be renewed. */
const tokenLives = 43_200;

type Code = { at: Surroundings; scopes: string[]; redirect: string; by: string };

export type OAuthDesk = ReturnType<typeof createOAuthDesk>;

const exchangeArgs = z.object({
  client_id: z.string(),
  client_secret: z.string(),
  grant_type: z.enum(['authorization_code', 'refresh_token']).default('authorization_code'),
  code: z.string().optional(),
  redirect_uri: z.string().optional(),
  refresh_token: z.string().optional(),
});

export function createOAuthDesk(options: { rules: ManifestRules; clock: Clock; nextId(prefix: string): string }) {
  const { rules, clock, nextId } = options;
  const codes = new Map<string, Code>();
  const places: Surroundings[] = [];

  function tokensFor(at: Surroundings): Json {
    const token = rules.tokenRotation ? `xoxe.xoxb-1-${nextId('')}` : `xoxb-${nextId('')}`;
    at.world.access.issue(token, rules.tokenRotation ? clock.now() + tokenLives * 1000 : null);
    if (!rules.tokenRotation) return { access_token: token };
    const renewal = `xoxe-1-${nextId('')}`;
    at.world.access.issueRenewal(renewal);
    return { access_token: token, refresh_token: renewal, expires_in: tokenLives };
  }

  function answer(at: Surroundings, by: string, scopes: readonly string[]): Json {
    const { world } = at;
    const { id, name } = world.team;
    return {
      ...tokensFor(at),
      token_type: 'bot',
      scope: scopes.join(','),
      bot_user_id: world.app.user,
      app_id: world.app.id,
      team: world.isOrganisationWide ? null : { id, name },
      enterprise: world.organisation,
      is_enterprise_install: world.isOrganisationWide,
      authed_user: { id: by },
    };
  }

  return {
    /** A workspace that can install the app. */
    open: (at: Surroundings) => void places.push(at),
    /** A person looks at the page of an installation and agrees; resolves with the address they are sent back to. */
    agree(page: URL, at: Surroundings, { by, without = [] }: { by: string; without?: readonly string[] }): URL {
      const asked = (page.searchParams.get('scope') ?? '').split(',');
      const redirect = page.searchParams.get('redirect_uri') ?? '';
      if (page.searchParams.get('client_id') !== oauthApp.clientId) throw new Refusal('invalid_client_id');
      if (!rules.redirectUrls.includes(redirect)) throw new Refusal('bad_redirect_uri');
      if (asked.some((scope) => !rules.allScopes.has(scope))) throw new Refusal('invalid_scope');
      if (without.some((scope) => !rules.optionalScopes.has(scope))) throw new Refusal('scope_not_optional');
      if (at.world.isOrganisationWide && !rules.orgDeploy) throw new Refusal('org_deploy_not_enabled');
      const code = nextId('code');
      codes.set(code, { at, scopes: asked.filter((scope) => !without.includes(scope)), redirect, by });
      const back = new URL(redirect);
      back.searchParams.set('code', code);
      back.searchParams.set('state', page.searchParams.get('state') ?? '');
      return back;
    },
    exchange(args: Json): Json {
      const read = readArgs(exchangeArgs, args);
      if (read.client_id !== oauthApp.clientId) throw new Refusal('invalid_client_id');
      if (read.client_secret !== oauthApp.clientSecret) throw new Refusal('bad_client_secret');
      if (read.grant_type === 'refresh_token') {
        const token = read.refresh_token ?? '';
        const at = places.find(({ world }) => world.access.knows(token));
        if (!at?.world.access.renew(token)) throw new Refusal('invalid_refresh_token');
        return answer(at, '', [...at.rules.scopes]);
      }
      const code = codes.get(read.code ?? '');
      codes.delete(read.code ?? '');
      if (!code) throw new Refusal('invalid_code');
      if (code.redirect !== read.redirect_uri) throw new Refusal('bad_redirect_uri');
      code.at.rules = { ...code.at.rules, scopes: new Set(code.scopes) };
      return answer(code.at, code.by, code.scopes);
    },
  };
}
