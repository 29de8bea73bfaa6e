/** Simplified Chinese: the words of commands. */
import type { CommandWords } from '../command-words.ts';

export const commands: CommandWords = {
  commands: {
    ad: '用一张商品照片制作广告',
    privacy: '你的数据：查看、导出、更正、删除',
    account: '你的账户：在门户中打开，关联聊天应用',
  },
  subcommands: {
    generate: { name: '制作', description: '用照片和一句话制作广告', takes: '广告要说的内容' },
    list: { name: '列表', description: '查看你做过的广告，可按词语查找，也可只看此处的', takes: '词语，或输入 here' },
    show: { name: '查看', description: '重新显示一条广告，连同文件和按钮', takes: '广告里的词语' },
    cancel: { name: '取消', description: '停止一条尚未完成的广告' },
    brand: { name: '品牌', description: '你的品牌套件：标志、颜色和文字' },
    products: { name: '商品', description: '你保存的商品' },
    settings: { name: '设置', description: '语言、谁能看到结果、先看创意还是一次全部制作' },
    privacy: { name: '隐私', description: '你的数据：查看、导出、更正、删除', takes: 'status、export、delete 等' },
    admin: { name: '管理', description: '管理员专用：谁可以使用、存储空间、正在制作的广告' },
    account: { name: '账户', description: '你的账户：在门户中打开，关联聊天应用', takes: 'register、link 等' },
    help: { name: '帮助', description: '如何制作广告' },
  },
  actions: { 'ad-from-message': '用这条消息制作广告' },
  options: {
    photo: { name: '照片', description: '一张商品照片', another: '另一张商品照片' },
    brief: { name: '文案', description: '广告要说些什么？' },
    where: { name: '投放位置', description: '在哪里投放？不填则制作所有尺寸' },
    video: { name: '视频', description: '另外制作视频' },
    language: { name: '语言', description: '广告的语言；不填则与你的文字相同' },
    onlyMe: { name: '仅自己可见', description: '只有你能看到结果' },
    words: { name: '关键词' },
  },
};
