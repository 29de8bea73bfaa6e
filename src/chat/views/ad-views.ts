/** What the one message of an ad shows, from the first moment to the result. */
import type { StorageUse } from '../../accounts/storage-quota.ts';
import type { Ad } from '../../generation/ad.ts';
import type { Progress } from '../../generation/progress.ts';
import type { Recipe } from '../../generation/recipe.ts';
import type { Button, MessageView, ShownPicture } from '../messages.ts';
import type { Wording } from '../wording/wording.ts';
import { statusLine } from './approval-views.ts';
import { bold, fine, plain } from './lines.ts';

const button = (action: Button['action'], value: string, label: string): Button => ({ action, value, label });
export const retryButton = (words: Wording, value: string): Button => ({
  ...button('retry', value, words.buttons.retry),
  style: 'primary',
});
export const editTextButton = (words: Wording, adId: string): Button => button('edit-text', adId, words.buttons.editText);
/** `label`: where several stand under a list. */
export const deleteButton = (words: Wording, adId: string, label = words.buttons.remove): Button => ({
  ...button('delete-ad', adId, label),
  style: 'danger',
  confirm: {
    title: words.buttons.removeTitle,
    text: words.buttons.removeText,
    yes: words.buttons.removeYes,
    no: words.buttons.removeNo,
  },
});

/** Ten steps of a bar, so that the message changes rarely and reads well aloud. */
const bar = (done: number): string =>
  `${'▰'.repeat(Math.floor(done * 10))}${'▱'.repeat(10 - Math.floor(done * 10))} ${Math.floor(done * 10) * 10} %`;

export function progressView(
  words: Wording,
  progress: Pick<Progress, 'adId' | 'stage' | 'done' | 'ahead' | 'waitMs'>,
  picture: ShownPicture | null,
): MessageView {
  const sentence = words.stage(progress.stage, progress.ahead ?? 0, progress.waitMs ?? null);
  const showsBar = progress.stage === 'stills' || progress.stage === 'film';
  return {
    summary: sentence,
    lines: [plain(sentence), ...(showsBar ? [fine(bar(progress.done))] : [])],
    ...(picture ? { picture } : {}),
    buttons: progress.stage === 'delivering' ? [] : [button('cancel-ad', progress.adId, words.buttons.cancel)],
  };
}

export function resultView(
  words: Wording,
  ad: Pick<Ad, 'id' | 'version' | 'approval'> & { recipe: Recipe },
  shown: {
    picture: ShownPicture | null;
    pictures: number;
    films: number;
    notes: string[];
    storage: StorageUse | null;
    /** The photo is shown whole, and need not be. */
    canCutOut: boolean;
  },
): MessageView {
  const { recipe } = ad;
  const title = [recipe.copy.headline || words.ready, words.version(ad.version)].filter(Boolean).join(' · ');
  return {
    summary: `${words.ready} ${title}`,
    lines: [
      bold(title),
      ...(ad.approval ? [statusLine(words, ad.approval)] : []),
      plain(words.filesBelow(shown.pictures, shown.films)),
      ...shown.notes.map(plain),
      fine(words.understood(recipe.copy, recipe.language)),
      fine(words.madeBy(recipe.look, recipe.route)),
      ...(shown.storage?.isNearlyFull ? [fine(words.team.storageNearlyFull(shown.storage.percent))] : []),
    ],
    ...(shown.picture ? { picture: shown.picture } : {}),
    buttons: [
      { ...button('another-look', ad.id, words.buttons.anotherLook), style: 'primary' },
      editTextButton(words, ad.id),
      button('get-files', ad.id, words.buttons.getFiles),
      ...(recipe.route === 'framed' ? [] : [button('whole-photo', ad.id, words.buttons.wholePhoto)]),
      ...(shown.canCutOut ? [button('cut-out', ad.id, words.buttons.cutOut)] : []),
      ...(shown.films === 0 ? [button('make-video', ad.id, words.buttons.makeVideo)] : []),
      button('more', ad.id, words.buttons.more),
    ],
  };
}

/** What else can be done with a finished ad; only its owner sees it. */
export function moreView(
  words: Wording,
  ad: Pick<Ad, 'id'> & { recipe: Recipe },
  can: { canShare: boolean; canSaveBrand: boolean; canSaveProduct: boolean; hasShortForms: boolean },
): MessageView {
  return {
    ...sayingView(words.moreTitle(ad.recipe.copy.headline)),
    buttons: [
      can.canShare ? button('share', ad.id, words.buttons.share) : button('take-back', ad.id, words.buttons.takeBack),
      button('same-ad-in', ad.id, words.buttons.sameAdIn),
      button('ask-approval', ad.id, words.buttons.askApproval),
      ...(can.hasShortForms ? [button('edit-rest', ad.id, words.buttons.editRest)] : []),
      ...(can.canSaveBrand ? [button('save-brand', ad.id, words.brand.saveFromAd)] : []),
      ...(can.canSaveProduct ? [button('save-product', ad.id, words.product.saveFromAd)] : []),
      deleteButton(words, ad.id),
    ],
  };
}

/** What others than its owner can do with an ad that they see. */
export function othersMoreView(
  words: Wording,
  ad: Pick<Ad, 'id'> & { recipe: Recipe },
  { canDelete }: { canDelete: boolean },
): MessageView {
  return {
    ...sayingView(words.moreTitle(ad.recipe.copy.headline)),
    buttons: [
      button('get-files', ad.id, words.buttons.getFiles),
      button('make-own', ad.id, words.team.makeOwn),
      ...(canDelete ? [deleteButton(words, ad.id)] : []),
    ],
  };
}

export function failureView(words: Wording, ad: Pick<Ad, 'id' | 'problem' | 'errorId'>): MessageView {
  const reason = words.adProblem(ad.problem ?? 'drawing-failed');
  return {
    summary: `${words.failedTitle} ${reason}`,
    lines: [
      bold(words.failedTitle),
      plain(reason),
      plain(words.retryHint),
      ...(ad.errorId ? [fine(words.errorId(ad.errorId))] : []),
    ],
    buttons: [retryButton(words, `again:${ad.id}`), deleteButton(words, ad.id)],
  };
}

export const cancelledView = (words: Wording): MessageView => sayingView(words.cancelled);

/** One plain sentence to one person. */
export const sayingView = (sentence: string, buttons: Button[] = []): MessageView => ({
  summary: sentence,
  lines: [plain(sentence)],
  buttons,
});

/** Why photos could not be used: private, with the reasons file by file. */
export function refusedPhotosView(
  words: Wording,
  refused: { name: string; reason: string }[],
  retryValue: string,
  errorId: string,
): MessageView {
  const title = words.photoRefused(refused.length);
  return {
    summary: `${title} ${refused.map((file) => `${file.name}: ${file.reason}`).join(' ')}`,
    lines: [
      bold(title),
      ...refused.map((file) => ({ spans: [{ bold: file.name }, `: ${file.reason}`] })),
      plain(words.nothingLost),
      fine(words.errorId(errorId)),
    ],
    buttons: [retryButton(words, retryValue)],
  };
}

/** A request that could not be carried out, through no fault of the person. */
export const gaveUpView = (words: Wording, sentence: string, errorId: string, retryValue: string): MessageView => ({
  summary: `${words.failedTitle} ${sentence}`,
  lines: [bold(words.failedTitle), plain(sentence), plain(words.inputKept), fine(words.errorId(errorId))],
  buttons: [retryButton(words, retryValue)],
});

/** Of a request that has no form to go back to. */
export const notDoneView = (words: Wording, sentence: string, errorId: string): MessageView => ({
  summary: `${words.notDoneTitle} ${sentence}`,
  lines: [bold(words.notDoneTitle), plain(sentence), plain(words.tryLater), fine(words.errorId(errorId))],
  buttons: [],
});

export const helpView = (words: Wording): MessageView => ({
  summary: words.help.summary,
  lines: [bold(words.help.summary), ...words.help.lines.map(plain)],
  buttons: [],
});
