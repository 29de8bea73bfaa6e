/** Whether anything is kept of somebody. */
import type { OwnerStore } from '../accounts/owners.ts';

/** By the name that usage and requests are found with. */
export async function isKnownPerson(owners: Pick<OwnerStore, 'find'>, name: string): Promise<boolean> {
  const [platform = '', workspace = '', person = ''] = name.split(' ');
  return (await owners.find({ platform, workspace, person })) !== null;
}
