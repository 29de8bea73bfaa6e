/** Turns scopes into file and object names and back. */

const allowed = /^[a-z0-9:-]{1,120}$/;
const stored = /^[a-z0-9_-]{1,120}$/;

export function checkScope(scope: string): void {
  if (!allowed.test(scope)) throw new RangeError('A key scope may hold only small letters, digits, colons and hyphens.');
}

/** Not every file system takes a colon; an underscore is in no scope. */
export const fileOf = (scope: string) => scope.replaceAll(':', '_');

/** Null for names that are no scope, such as files not finished. */
export const scopeOf = (file: string) => (stored.test(file) ? file.replaceAll('_', ':') : null);
