/** Lists of brand kits and of saved products, with their buttons. */
import type { Kit } from '../../brand/kit.ts';
import type { Product } from '../../brand/product.ts';
import type { Button, MessageView } from '../messages.ts';
import type { Wording } from '../wording/wording.ts';
import { bold, plain } from './lines.ts';

export type ListedKit = Kit & { isUsedHere: boolean; isChangeable: boolean };

/** `hasShortForms`: the form shows only some of its fields, so the rest has a button of its own. `hasOwnChoice`: a kit was chosen for this channel. */
export function kitsView(
  words: Wording,
  kits: readonly ListedKit[],
  { hasShortForms, hasOwnChoice }: { hasShortForms: boolean; hasOwnChoice: boolean },
): MessageView {
  const { brand } = words;
  const line = ({ facts, hasLogo, isUsedHere, isDefault }: ListedKit, index: number): string =>
    brand.line(index + 1, { ...facts, hasLogo }, { here: isUsedHere, elsewhere: isDefault });
  return {
    summary: kits.length > 0 ? brand.title : brand.none,
    lines: kits.length > 0 ? [bold(brand.title), ...kits.map((kit, index) => plain(line(kit, index)))] : [plain(brand.none)],
    buttons: [
      { action: 'new-kit', value: 'new', label: brand.newKit, ...(kits.length === 0 ? { style: 'primary' as const } : {}) },
      ...(hasOwnChoice ? [{ action: 'use-usual-kit' as const, value: 'here', label: brand.useUsual }] : []),
      ...kits.flatMap((kit, index) => kitButtons(brand, kit, index + 1, hasShortForms)),
    ],
  };
}

function kitButtons(words: Wording['brand'], kit: ListedKit, number: number, hasShortForms: boolean): Button[] {
  const { id: value } = kit;
  const use: Button = { action: 'use-kit', value, label: words.useHere(number) };
  if (!kit.isChangeable) return [use];
  return [
    { action: 'edit-kit', value, label: words.edit(number) },
    ...(hasShortForms ? [{ action: 'edit-kit-rest' as const, value, label: words.editRest(number) }] : []),
    use,
    {
      action: 'delete-kit',
      value,
      label: words.remove(number),
      style: 'danger',
      confirm: { title: words.removeTitle, text: words.removeText, yes: words.removeYes, no: words.removeNo },
    },
  ];
}

export function productsView({ product: words }: Wording, products: readonly Product[]): MessageView {
  if (products.length === 0) return { summary: words.none, lines: [plain(words.none)], buttons: [] };
  return {
    summary: words.title,
    lines: [bold(words.title), ...products.map(({ facts }, index) => plain(words.line(index + 1, facts)))],
    buttons: products.map(({ id: value }, index) => ({
      action: 'delete-product',
      value,
      label: words.remove(index + 1),
      style: 'danger',
      confirm: { title: words.removeTitle, text: words.removeText, yes: words.removeYes, no: words.removeNo },
    })),
  };
}
