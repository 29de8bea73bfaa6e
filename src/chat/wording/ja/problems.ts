/** Japanese: what is wrong with a brief, a photo or an ad. */
import { neverHere } from '../../../errors.ts';
import { inLocale } from '../in-locale.ts';
import type { Wording } from '../wording.ts';
import { buttons } from './forms.ts';

const { number, megabytes } = inLocale('ja');

export const briefProblem: Wording['briefProblem'] = (problem) => {
  switch (problem.kind) {
    case 'no-words':
      return '何の広告か、短い言葉で教えてください。例: 水出しコーヒー、まろやかで苦くない、¥1,980。';
    case 'too-long':
      return `${number(problem.actual)}文字あります。${number(problem.limit)}文字まで入りますので、短くしてください。`;
    case 'unknown-place':
      return `「${problem.place}」という掲載先がわかりません。`;
    case 'no-photo':
      return '商品の写真を1枚以上追加してください。';
    case 'too-many-photos':
      return `写真が${number(problem.actual)}枚あります。1つの広告に使えるのは${number(problem.limit)}枚までです。`;
    default:
      return neverHere(problem);
  }
};

/** Follows the name of the file and a colon. */
export const photoProblem: Wording['photoProblem'] = (problem) => {
  switch (problem.kind) {
    case 'empty':
      return 'ファイルが空です。別のファイルを選んでください。';
    case 'not-a-picture':
      return '名前に関わらず、中身が画像ではありません。JPEG、PNG、WebP、AVIF、TIFF、HEICを使用できます。';
    case 'document-or-vector':
      return '写真ではなく、図形か文書（SVG、PDF）です。PNGかJPEGで書き出してください。';
    case 'damaged':
      return 'ファイルが壊れているか、保存中に途切れています。もう一度書き出すか、アップロードしてください。';
    case 'too-many-pixels':
      return `${number(problem.actual)}メガピクセルあります。この種類のファイルは${number(problem.limit)}メガピクセルまでです。小さくしてください。`;
    case 'too-many-bytes':
      return `写真の上限の${megabytes(problem.limit)}を超えています。小さくしてください。`;
    case 'too-small':
      return `短い辺が${number(problem.actual)}ピクセルです。${number(problem.limit)}ピクセル以上必要です。より大きな画像を使ってください。`;
    case 'took-too-long':
      return '開くのに時間がかかりすぎました。通常のJPEGで書き出して、もう一度お試しください。';
    case 'gone':
      return '取得する前に削除されました。もう一度追加してください。';
    case 'unreachable':
      return `開く権限がないか、${megabytes(100)}を超えています。フォームで小さいファイルを追加してください。`;
    default:
      return neverHere(problem);
  }
};

export const photoWarning: Wording['photoWarning'] = (warning) => {
  switch (warning) {
    case 'small':
      return `写真が小さいため、商品が少し小さく表示されます。ヒント: 幅${number(1200)}ピクセル以上の写真がおすすめです。`;
    case 'blurry':
      return '写真が少しぼやけているようです。ヒント: レンズを拭き、商品にピントを合わせてください。';
    case 'animated-first-frame':
      return 'アニメーションのファイルのため、最初の1コマを使用しました。';
    case 'background-kept':
      return '商品と背景の境目がはっきりしないため、写真全体を使用しました。ヒント: 無地で均一な背景なら切り抜けます。';
    default:
      return neverHere(warning);
  }
};

export const adProblem: Wording['adProblem'] = (problem) => {
  switch (problem) {
    case 'drawing-failed':
      return 'この広告の描画に何度か失敗しました。';
    case 'took-too-long':
      return 'この広告の描画が制限時間を超えました。';
    case 'too-much-memory':
      return 'この広告の描画に、使用できる量を超えるメモリが必要でした。';
    case 'disk-full':
      return '私が動いているマシンのディスクがいっぱいで、ファイルを保存できませんでした。';
    case 'delivery-failed':
      return 'ファイルは完成しましたが、ここに投稿できませんでした。';
    case 'channel-gone':
      return 'そのチャンネルはアーカイブされたか、なくなったため、何も作成していません。別のチャンネルで /ad と入力してください。';
    case 'not-in-channel':
      return `私はそのチャンネルのメンバーではありません。招待してから「${buttons.retry}」を押してください。`;
    case 'not-allowed':
      return `そこではメッセージの送信またはファイルの添付が許可されていません。管理者に許可してもらってから「${buttons.retry}」を押してください。`;
    case 'photo-gone':
      return '広告が完成する前に、写真が消去されました。';
    default:
      return neverHere(problem);
  }
};
