/** Where an object lies, and what every media store declares about itself. */
import type { MediaArea, MediaObject } from '../../src/generation/ports.ts';
import type { PersonalData } from '../../src/privacy/personal-data.ts';

export const mediaStoreName = 'media-store';

const allowedId = /^[A-Za-z0-9_-]{1,120}$/;

export function checkId(id: string): void {
  if (!allowedId.test(id)) throw new RangeError('A media id may hold only letters, digits, hyphens and underscores.');
}

/** Bound into the encryption: bytes of one object are refused in the place of another. */
export const placeOf = ({ area, id }: Pick<MediaObject, 'area' | 'id'>) => `${area}/${id}`;

/** The other way round, for names that come from elsewhere. */
export function splitName(name: string): { area: MediaArea; id: string } {
  const [area, id = '', ...more] = name.split('/');
  const known = mediaAreas.find((one) => one === area);
  if (!known || more.length > 0) throw new RangeError('A media name is an area of the store, a slash and an id.');
  checkId(id);
  return { area: known, id };
}

const shared = {
  clause: '1 Media Assets',
  exported: 'Decrypted, as files in the media folder of the archive.',
  erased: 'The key is destroyed first, then the object is removed.',
} as const;

export const personalData: PersonalData<MediaArea> = {
  photos: {
    ...shared,
    class: 'photo',
    holds: 'Product photos a person handed in, straightened, without any metadata, encrypted.',
    purpose: 'To draw the advertisement, and later changes of it when the person chose to keep photos.',
    keptFor:
      'Until the advertisement is done, 24 hours after a failure at the latest; until erased where the person chose to keep photos.',
    expires: 'The sweep removes photos whose advertisement is done or failed.',
  },
  cutouts: {
    ...shared,
    class: 'photo',
    holds: 'The product cut out of such a photo, encrypted.',
    purpose: 'To draw the advertisement without cutting out again.',
    keptFor: 'As long as the photo it was cut from.',
    expires: 'Together with the photo it was cut from.',
  },
  logos: {
    ...shared,
    class: 'brand',
    holds: 'The logo of a brand kit, without any metadata, encrypted.',
    purpose: 'To draw it on the advertisements of that brand.',
    keptFor: 'As long as its brand kit.',
    expires: 'until erased',
  },
  fonts: {
    ...shared,
    class: 'brand',
    holds: 'The font of a brand kit, as it was handed in, encrypted.',
    purpose: 'To set the words of the advertisements of that brand in it.',
    keptFor: 'As long as its brand kit.',
    expires: 'until erased',
  },
  creatives: {
    ...shared,
    class: 'ad',
    holds: 'Finished advertisements: pictures and videos, encrypted.',
    purpose: 'To deliver them and to let the person fetch them again.',
    keptFor: 'Until the person deletes the advertisement or asks for erasure.',
    expires: 'until erased',
  },
  previews: {
    ...shared,
    class: 'ad',
    holds: 'Small pictures of advertisements, encrypted.',
    purpose: 'To show an early view and a history.',
    keptFor: 'As long as the advertisement they belong to.',
    expires: 'Together with the advertisement they belong to.',
  },
  exports: {
    ...shared,
    class: 'rights',
    holds: 'The records of a copy that a person asked for, encrypted, while it is handed over.',
    purpose: 'So that the copy is whole, also when its making is interrupted.',
    keptFor: 'Until the copy is handed over.',
    exported: 'They are the export.',
    expires: 'When the copy is handed over.',
  },
  installation: { keepsNothing: 'One object whose name is random tells whose store this is.' },
};

export const mediaAreas = Object.keys(personalData) as MediaArea[];
