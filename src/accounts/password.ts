/** Which passwords are taken, and the port that hashes them. */

/** In characters. The longest one only bounds the work; a sentence fits easily. */
export const passwordLength = { least: 10, most: 256 } as const;

export type PasswordProblem = 'too-short' | 'too-long' | 'is-email';

/** Length alone makes a password strong, so that nothing else is asked for; null: it is taken. */
export function passwordProblem(password: string, email: string): PasswordProblem | null {
  const length = [...password].length;
  if (length < passwordLength.least) return 'too-short';
  if (length > passwordLength.most) return 'too-long';
  return password.trim().toLowerCase() === email ? 'is-email' : null;
}

/** `busy`: too many others wait; nothing was computed. */
export interface PasswordHasher {
  hash(password: string, cost?: number): Promise<string | 'busy'>;
  /** `allowed` is asked when the turn has come, so that tries that wait count for nobody; where it says no, nothing is computed. */
  matches(password: string, hash: string, allowed: () => Promise<boolean>): Promise<'yes' | 'no' | 'busy' | 'refused'>;
}
