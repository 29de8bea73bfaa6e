/** Whether anything is kept of a person, by the name that usage and requests are found with: `platform workspace person`. */
import type { OwnerStore } from './owners.ts';

export const isKnownIn =
  (owners: Pick<OwnerStore, 'find'>) =>
  async (name: string): Promise<boolean> => {
    const [platform = '', workspace = '', person = ''] = name.split(' ');
    return (await owners.find({ platform, workspace, person })) !== null;
  };
