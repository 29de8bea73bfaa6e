/** The form that saves the product of an ad. */
import { type ProductFacts, productLimits } from '../../brand/product.ts';
import type { Field, FormView, Place } from '../messages.ts';
import type { Wording } from '../wording/wording.ts';

export function productForm(wording: Wording, start: { place: Place; adId: string; facts: ProductFacts }): FormView {
  const words = wording.product;
  const field = (id: 'name' | 'price' | 'link', most: number): Field => ({
    id,
    kind: 'text',
    lines: 'one',
    label: words[id],
    most,
    optional: id !== 'name',
    ...(start.facts[id] ? { initial: start.facts[id] } : {}),
  });
  return {
    form: 'product',
    title: words.formTitle,
    submit: words.save,
    cancel: wording.form.cancel,
    context: JSON.stringify({ place: start.place, adId: start.adId }),
    fields: [
      field('name', productLimits.name),
      field('price', productLimits.price),
      field('link', productLimits.link + 10),
      { id: 'kept', kind: 'note', text: words.kept },
    ],
  };
}
