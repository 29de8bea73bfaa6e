/** What the one message of an ad shows, from the first moment to the result. */
import type { Ad } from '../../generation/ad.ts';
import type { Progress } from '../../generation/progress.ts';
import type { Recipe } from '../../generation/recipe.ts';
import type { Button, Line, MessageView, ShownPicture } from '../messages.ts';
import { wording } from '../wording.ts';

const plain = (text: string): Line => ({ spans: [text] });
const fine = (text: string): Line => ({ spans: [text], fine: true });
const bold = (text: string): Line => ({ spans: [{ bold: text }] });

const button = (action: Button['action'], value: string, label: string): Button => ({ action, value, label });
export const retryButton = (value: string): Button => ({ ...button('retry', value, wording.buttons.retry), style: 'primary' });
export const editTextButton = (adId: string): Button => button('edit-text', adId, wording.buttons.editText);
const deleteButton = (adId: string): Button => ({
  ...button('delete-ad', adId, wording.buttons.remove),
  style: 'danger',
  confirm: {
    title: wording.buttons.removeTitle,
    text: wording.buttons.removeText,
    yes: wording.buttons.removeYes,
    no: wording.buttons.removeNo,
  },
});

/** Five steps of a bar, so that the message changes rarely and reads well aloud. */
const bar = (done: number): string =>
  `${'▰'.repeat(Math.floor(done * 10))}${'▱'.repeat(10 - Math.floor(done * 10))} ${Math.floor(done * 10) * 10} %`;

export function progressView(
  progress: Pick<Progress, 'adId' | 'stage' | 'done' | 'ahead'>,
  picture: ShownPicture | null,
): MessageView {
  const sentence = wording.stage(progress.stage, progress.ahead ?? 0);
  const showsBar = progress.stage === 'stills' || progress.stage === 'film';
  return {
    summary: sentence,
    lines: [plain(sentence), ...(showsBar ? [fine(bar(progress.done))] : [])],
    ...(picture ? { picture } : {}),
    buttons: progress.stage === 'delivering' ? [] : [button('cancel-ad', progress.adId, wording.buttons.cancel)],
  };
}

export function resultView(
  ad: Pick<Ad, 'id' | 'version'> & { recipe: Recipe },
  shown: { picture: ShownPicture | null; pictures: number; films: number; notes: string[] },
): MessageView {
  const { recipe } = ad;
  const title = [recipe.copy.headline || wording.ready, wording.version(ad.version)].filter(Boolean).join(' · ');
  return {
    summary: `${wording.ready} ${title}`,
    lines: [
      bold(title),
      plain(wording.filesBelow(shown.pictures, shown.films)),
      ...shown.notes.map(plain),
      fine(wording.understood(recipe.copy, recipe.language)),
      fine(wording.madeBy(recipe.look, recipe.route)),
    ],
    ...(shown.picture ? { picture: shown.picture } : {}),
    buttons: [
      { ...button('another-look', ad.id, wording.buttons.anotherLook), style: 'primary' },
      editTextButton(ad.id),
      ...(recipe.route === 'cutout' ? [button('whole-photo', ad.id, wording.buttons.wholePhoto)] : []),
      deleteButton(ad.id),
    ],
  };
}

export function failureView(ad: Pick<Ad, 'id' | 'problem' | 'errorId'>): MessageView {
  const reason = wording.adProblem(ad.problem ?? 'drawing-failed');
  return {
    summary: `${wording.failedTitle} ${reason}`,
    lines: [
      bold(wording.failedTitle),
      plain(reason),
      plain(wording.retryHint),
      ...(ad.errorId ? [fine(wording.errorId(ad.errorId))] : []),
    ],
    buttons: [retryButton(`again:${ad.id}`), deleteButton(ad.id)],
  };
}

export const cancelledView: MessageView = { summary: wording.cancelled, lines: [plain(wording.cancelled)], buttons: [] };

/** One plain sentence to one person. */
export const sayingView = (sentence: string, buttons: Button[] = []): MessageView => ({
  summary: sentence,
  lines: [plain(sentence)],
  buttons,
});

/** Why photos could not be used: private, with the reasons file by file. */
export function refusedPhotosView(refused: { name: string; reason: string }[], retryValue: string, errorId: string): MessageView {
  const title = wording.photoRefused(refused.length);
  return {
    summary: `${title} ${refused.map((file) => `${file.name}: ${file.reason}`).join(' ')}`,
    lines: [
      bold(title),
      ...refused.map((file) => ({ spans: [{ bold: file.name }, `: ${file.reason}`] })),
      plain(wording.nothingLost),
      fine(wording.errorId(errorId)),
    ],
    buttons: [retryButton(retryValue)],
  };
}

/** A request that could not be carried out, through no fault of the person. */
export const gaveUpView = (sentence: string, errorId: string, retryValue: string): MessageView => ({
  summary: `${wording.failedTitle} ${sentence}`,
  lines: [bold(wording.failedTitle), plain(sentence), plain(wording.inputKept), fine(wording.errorId(errorId))],
  buttons: [retryButton(retryValue)],
});

export const helpView: MessageView = {
  summary: wording.help.summary,
  lines: [bold(wording.help.summary), ...wording.help.lines.map(plain)],
  buttons: [],
};
