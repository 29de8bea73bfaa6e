/** An account joins the identities of one person on several platforms, and may have an e-mail address and a password for the portal. */
import { z } from 'zod';

/** `password` and `recovery` are bcrypt hashes; a recovery code that was used is null. */
export const credentialsSchema = z.object({
  email: z.string(),
  password: z.string(),
  recovery: z.array(z.string().nullable()),
  /** A link that was sent to the address was followed. */
  isVerified: z.boolean(),
});
export type Credentials = z.infer<typeof credentialsSchema>;

export interface AccountStore {
  /** The account that a member is linked to; null where they have none. An account is its own. */
  of(ownerId: string): Promise<string | null>;
  /** The members linked to an account, by owner id. */
  members(accountId: string): Promise<string[]>;
  /** The member's account, made with its key where there is none. */
  ensure(memberId: string): Promise<string>;
  /** Links all members of `from` to `to`, and removes `from`. */
  merge(from: string, to: string): Promise<void>;
  /** Gives an account its first credentials. `taken`: somebody else has this address. `there`: it has some already. */
  register(accountId: string, credentials: Credentials): Promise<'done' | 'taken' | 'there'>;
  /** Null for an account without any. */
  credentials(accountId: string): Promise<Credentials | null>;
  /** The account with this address, in the form of `normalEmail`. */
  findByEmail(email: string): Promise<string | null>;
  /** Changes what is named and keeps the rest. */
  change(accountId: string, changed: Partial<Credentials>): Promise<'done' | 'taken'>;
}

/** As an identity an account is its own platform: requests that are made in the portal carry it. */
export const accountPlatform = 'account';
export const accountIdentity = (accountId: string) => ({
  platform: accountPlatform,
  workspace: accountId,
  person: accountId,
});
