/** Simplified Chinese: what is wrong with a brief, a photo or an ad. */
import { neverHere } from '../../../errors.ts';
import { inLocale } from '../in-locale.ts';
import type { Wording } from '../wording.ts';
import { buttons } from './forms.ts';

const { number, megabytes } = inLocale('zh');

export const briefProblem: Wording['briefProblem'] = (problem) => {
  switch (problem.kind) {
    case 'no-words':
      return '请用几个词说明广告的内容，例如：冷萃咖啡，顺滑不苦，¥128。';
    case 'too-long':
      return `这里有 ${number(problem.actual)} 个字符，最多 ${number(problem.limit)} 个。请缩短一些。`;
    case 'unknown-place':
      return `我不认识“${problem.place}”这个投放位置。`;
    case 'no-photo':
      return '请至少添加一张商品照片。';
    case 'too-many-photos':
      return `这里有 ${number(problem.actual)} 张照片，一条广告最多用 ${number(problem.limit)} 张。`;
    default:
      return neverHere(problem);
  }
};

/** Follows the name of the file and a colon. */
export const photoProblem: Wording['photoProblem'] = (problem) => {
  switch (problem.kind) {
    case 'empty':
      return '文件是空的。请选择另一个文件。';
    case 'not-a-picture':
      return '不管文件名怎么写，它都不是图片。可以使用 JPEG、PNG、WebP、AVIF、TIFF 和 HEIC。';
    case 'document-or-vector':
      return '这是图形或文档（SVG、PDF），不是照片。请导出为 PNG 或 JPEG。';
    case 'damaged':
      return '文件已损坏，或者保存时被截断。请重新导出或上传。';
    case 'too-many-pixels':
      return `图片有 ${number(problem.actual)} 百万像素，这类文件最多 ${number(problem.limit)} 百万像素。请缩小。`;
    case 'too-many-bytes':
      return `文件超过了 ${megabytes(problem.limit)} 的照片上限。请缩小。`;
    case 'too-small':
      return `较短的一边只有 ${number(problem.actual)} 像素，至少需要 ${number(problem.limit)} 像素。请换一张更大的图片。`;
    case 'took-too-long':
      return '打开花的时间太长。请导出为普通的 JPEG 再试一次。';
    case 'gone':
      return '我还没取到，它就被移除了。请重新添加。';
    case 'unreachable':
      return `我没有权限打开它，或者它超过了 ${megabytes(100)}。请在表单里添加一份较小的副本。`;
    default:
      return neverHere(problem);
  }
};

export const photoWarning: Wording['photoWarning'] = (warning) => {
  switch (warning) {
    case 'small':
      return `照片比较小，所以商品显示得比我希望的小。提示：请使用宽度至少 ${number(1200)} 像素的照片。`;
    case 'blurry':
      return '照片看起来有些模糊。提示：擦一擦镜头，并对准商品对焦。';
    case 'animated-first-frame':
      return '这是动画文件，我用了它的第一帧。';
    case 'background-kept':
      return '商品与背景的分界不够清晰，所以我保留了整张照片。提示：背景简单均匀，我就能把商品抠出来。';
    default:
      return neverHere(warning);
  }
};

export const adProblem: Wording['adProblem'] = (problem) => {
  switch (problem) {
    case 'drawing-failed':
      return '这条广告绘制多次都失败了。';
    case 'took-too-long':
      return '绘制这条广告的时间超出了限制。';
    case 'too-much-memory':
      return '绘制这条广告需要的内存超出了限制。';
    case 'disk-full':
      return '我所在机器的磁盘已满，文件无法保存。';
    case 'delivery-failed':
      return '文件已经做好，但我没能发布到这里。';
    case 'channel-gone':
      return '那个频道已归档或不存在，所以没有制作任何内容。请在别的频道输入 /ad。';
    case 'not-in-channel':
      return `我不是那个频道的成员。请邀请我加入，然后点击“${buttons.retry}”。`;
    case 'not-allowed':
      return `我在那里没有发送消息或附加文件的权限。请管理员允许，然后点击“${buttons.retry}”。`;
    case 'photo-gone':
      return '广告还没做好，照片就已被清除。';
    default:
      return neverHere(problem);
  }
};
