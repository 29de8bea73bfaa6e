/** The form by which a person deletes some or all of their data. Nothing is chosen beforehand. */
import type { FormView, Place } from '../messages.ts';
import type { Wording } from '../wording/wording.ts';

/** `ads`: newest first. */
export type Erasable = {
  counts: { ads: number; photos: number; products: number };
  ads: { id: string; title: string }[];
  products: { id: string; name: string }[];
  /** Whether they have an account, which may reach further than this workspace. */
  hasAccount: boolean;
};

/** Lists hold so many on every platform. */
const mostOptions = 25;
const mostLabel = 70;

export function eraseForm(wording: Wording, place: Place, { counts, ads, products, hasAccount }: Erasable): FormView {
  const words = wording.privacy;
  const options = [
    { id: 'workspace', label: words.deleteEverything },
    ...(hasAccount ? [{ id: 'account', label: words.deleteAccount }] : []),
    { id: 'photos', label: words.deletePhotos },
    ...products.map(({ id, name }) => ({ id: `product:${id}`, label: words.deleteProduct(name) })),
    ...ads.map(({ id, title }) => ({ id: `ad:${id}`, label: words.deleteAd(title) })),
  ];
  return {
    form: 'erase',
    title: words.deleteTitle,
    submit: words.deleteSubmit,
    cancel: wording.form.cancel,
    context: JSON.stringify({ place }),
    fields: [
      { id: 'held', kind: 'note', text: words.deleteHeld(counts.ads, counts.photos, counts.products) },
      {
        id: 'what',
        kind: 'choice',
        label: words.deleteWhat,
        hint: words.deleteHint,
        options: options.slice(0, mostOptions).map(({ id, label }) => ({ id, label: [...label].slice(0, mostLabel).join('') })),
      },
      {
        id: 'shared',
        kind: 'choice',
        label: words.deleteShared,
        options: [
          { id: 'delete', label: words.deleteSharedNo },
          { id: 'give', label: words.deleteSharedYes },
        ],
        initial: 'delete',
      },
    ],
  };
}
