/** The form that asks for an ad. */

import { hasAccepted } from '../../accounts/acceptance.ts';
import type { Audience, Settings } from '../../accounts/settings.ts';
import { briefLimits } from '../../generation/brief.ts';
import { placeIds, places } from '../../generation/placements.ts';
import { type Language, languageSchema } from '../../generation/recipe.ts';
import { policyVersion } from '../../privacy/policy.ts';
import type { Field, FileRef, FormView, Place } from '../messages.ts';
import type { OnShelf } from '../shelf.ts';
import type { Wording } from '../wording/wording.ts';
import { acceptanceFields } from './acceptance-fields.ts';
import { audienceField } from './settings-form.ts';

export const photoTypes = ['jpg', 'jpeg', 'png', 'webp', 'avif', 'tif', 'tiff', 'heic', 'heif', 'gif'] as const;

/** What was chosen before, when the form comes back. */
export type Chosen = {
  places: string[];
  film: boolean;
  language: Language | undefined;
  button?: string | undefined;
  audience: Audience;
  kit?: string | undefined;
  product?: string | undefined;
  each?: boolean | undefined;
};

/** Among kits: whatever is usual in the place. Among kits and products: none of them. */
export const usual = 'usual';
export const noneOf = 'none';

/** `dropped`: how many pictures of a message were too many. */
export type MakeAdStart = {
  place: Place;
  brief: string;
  files: FileRef[];
  from: 'command' | 'message' | 'retry';
  dropped: number;
  chosen: Chosen | null;
  /** What the person chose for all their ads. */
  settings: Settings;
  /** Absent: nothing is known of it. */
  shelf?: OnShelf;
  /** The ad that is made once more, and how many photos of it are still there. */
  copyOf?: { adId: string; photos: number };
  /** With the project's own photo where the person adds none. */
  sample?: boolean;
};

export function makeAdForm(wording: Wording, start: MakeAdStart): FormView {
  const words = wording.form;
  const brief = start.brief.slice(0, briefLimits.characters);
  const cut = start.brief.length - brief.length;
  return {
    form: 'make-ad',
    title: words.title,
    submit: words.submit,
    cancel: words.cancel,
    context: JSON.stringify({
      place: start.place,
      files: start.files.map((file) => ({ ...file, name: file.name.slice(0, 60) })),
      accepts: !hasAccepted(start.settings, policyVersion),
      ...(start.sample ? { sample: true } : {}),
      ...(takenOver(start) > 0 ? { copyOf: start.copyOf?.adId } : {}),
    }),
    fields: [
      ...photoFields(wording, start),
      ...productField(wording, start),
      ...eachField(wording, start),
      ...(cut > 0 ? [note('cut', words.briefCut(cut))] : []),
      briefField(wording, brief),
      ...kitField(wording, start),
      ...choiceFields(wording, start),
    ],
  };
}

const takenOver = ({ copyOf }: MakeAdStart): number => copyOf?.photos ?? 0;

function photoFields(wording: Wording, start: MakeAdStart): Field[] {
  const words = wording.form;
  const kept = start.files.map((file) => file.name);
  const notes = [
    ...(kept.length > 0 ? [note('kept', wording.keptPhotos(kept))] : []),
    ...(start.dropped > 0 ? [note('dropped', wording.onlyFirst(kept.length, kept.length + start.dropped))] : []),
    ...(start.sample ? [note('sample', wording.welcome.samplePhoto)] : []),
    ...(start.copyOf ? [note('copy', wording.team.photosOfCopy(start.copyOf.photos))] : []),
    ...(kept.length === 0 && start.from === 'message' ? [note('none', wording.noPictureInMessage)] : []),
  ];
  return [
    ...notes,
    {
      id: 'photos',
      kind: 'files',
      label: words.photos,
      hint: words.photosHint,
      most: Math.max(1, briefLimits.photos - kept.length - takenOver(start)),
      types: photoTypes,
      optional: kept.length > 0 || takenOver(start) > 0 || start.sample === true || (start.shelf?.products.length ?? 0) > 0,
    },
  ];
}

function productField({ product: words }: Wording, { shelf, chosen }: MakeAdStart): Field[] {
  if (!shelf || shelf.products.length === 0) return [];
  const options = [{ id: noneOf, label: words.fieldNone }, ...shelf.products.map(({ id, name }) => ({ id, label: name }))];
  const initial = options.find(({ id }) => id === chosen?.product)?.id ?? noneOf;
  return [{ id: 'product', kind: 'choice', label: words.field, options, initial }];
}

/** Asked only where several photos are there already: of a message, or of the form that comes back. */
function eachField({ product: words }: Wording, { files, chosen }: MakeAdStart): Field[] {
  if (files.length < 2) return [];
  const options = [
    { id: 'no', label: words.eachNo },
    { id: 'yes', label: words.eachYes },
  ];
  return [{ id: 'each', kind: 'choice', label: words.each, options, initial: chosen?.each ? 'yes' : 'no' }];
}

/** A workspace with one kit uses it without a question; those of other workspaces are used only where they are chosen. */
function kitField({ brand: words }: Wording, { shelf, chosen }: MakeAdStart): Field[] {
  if (!shelf || (shelf.kits.length < 2 && !shelf.kits.some(({ isLinked }) => isLinked))) return [];
  const options = [
    { id: usual, label: words.kitUsual },
    ...shelf.kits.map(({ id, name }) => ({ id, label: name })),
    { id: noneOf, label: words.kitNone },
  ];
  const initial = options.find(({ id }) => id === chosen?.kit)?.id ?? usual;
  return [{ id: 'kit', kind: 'choice', label: words.kit, options, initial }];
}

const note = (id: string, text: string): Field => ({ id, kind: 'note', text });

const briefField = ({ form: words }: Wording, initial: string): Field => ({
  id: 'brief',
  kind: 'text',
  lines: 'many',
  label: words.brief,
  hint: words.briefHint,
  placeholder: words.briefPlaceholder,
  most: briefLimits.characters,
  initial,
});

function choiceFields(wording: Wording, { chosen, settings }: MakeAdStart): Field[] {
  const { form: words, languageNames } = wording;
  return [
    {
      id: 'film',
      kind: 'choice',
      label: words.film,
      options: [
        { id: 'no', label: words.filmNo },
        { id: 'yes', label: words.filmYes },
      ],
      initial: chosen?.film ? 'yes' : 'no',
    },
    {
      id: 'places',
      kind: 'choices',
      label: words.places,
      hint: words.placesHint,
      optional: true,
      options: placeIds.map((id) => ({ id, label: places[id].label })),
      ...(chosen && chosen.places.length > 0 ? { initial: chosen.places } : {}),
    },
    {
      id: 'language',
      kind: 'choice',
      label: words.language,
      options: [
        { id: 'guess', label: words.languageGuess },
        ...languageSchema.options.map((id) => ({ id, label: languageNames[id] })),
      ],
      initial: chosen?.language ?? 'guess',
    },
    {
      id: 'button',
      kind: 'text',
      lines: 'one',
      label: words.buttonText,
      hint: words.buttonTextHint,
      most: briefLimits.words.button,
      optional: true,
      ...(chosen?.button ? { initial: chosen.button } : {}),
    },
    audienceField(wording, chosen?.audience ?? settings.audience ?? 'here'),
    ...acceptanceFields(wording, settings),
  ];
}
