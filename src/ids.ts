/** Unguessable identifiers, passed in wherever something new gets a name. */
import { randomBytes } from 'node:crypto';

/** Makes a new identifier: 128 random bits as 26 lower-case letters and digits. */
export type NewId = () => string;

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

export const randomId: NewId = () => {
  let value = BigInt(`0x${randomBytes(16).toString('hex')}`);
  let id = '';
  for (let place = 0; place < 26; place += 1) {
    id = alphabet[Number(value & 31n)] + id;
    value >>= 5n;
  }
  return id;
};
