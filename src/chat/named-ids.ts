/** The values of a field that takes people and roles: each says which of the two it names. */

const prefixes = { person: 'person:', role: 'role:' } as const;

export const namedValue = (is: 'person' | 'role', id: string): string => `${prefixes[is]}${id}`;

/** Ids by the platform; what is neither is left out. */
export function readNamed(values: readonly string[]): { people: string[]; roles: string[] } {
  const those = (prefix: string): string[] =>
    values.filter((value) => value.startsWith(prefix)).map((value) => value.slice(prefix.length));
  return { people: those(prefixes.person), roles: those(prefixes.role) };
}
