/** The sentences of the photo library and of "copy for e-mail" on the editors' side. */
import type { Edition } from '../editions.ts'

/** Why a photo was not taken in; the same names as in article/photo-file.ts. */
type UploadProblemKey =
  | 'empty'
  | 'too-many-bytes'
  | 'not-a-photo'
  | 'damaged'
  | 'animated'
  | 'too-many-pixels'
  | 'too-small'
  | 'hidden-content'
  | 'not-processed'

export interface PhotoMessages {
  title: string
  intro: string
  upload: string
  file: string
  fileHint: string
  empty: string
  older: string
  newer: string
  photo: (key: string) => string
  size: (width: number, height: number, megabytes: string) => string
  pending: string
  makeVariants: string
  variantsMade: string
  variantsLeft: string
  description: string
  descriptions: Record<'undecided' | 'described' | 'decorative', string>
  descriptionHints: Record<'undecided' | 'described' | 'decorative', string>
  alt: (language: string) => string
  altHint: string
  caption: (language: string) => string
  derivedHint: string
  credit: string
  focal: string
  focalX: string
  focalY: string
  focalHint: string
  save: string
  saved: string
  added: string
  known: string
  deleted: string
  conflict: string
  snippet: string
  snippetHint: string
  uses: string
  noUses: string
  draft: string
  publishedHint: string
  full: string
  delete: string
  deleteTitle: string
  deleteBody: string
  deleteConfirm: string
  inUseTitle: string
  inUseBody: string
  back: string
  problems: Record<UploadProblemKey, string>
  errors: Record<'alt-missing' | 'decorative-with-alt' | 'percent', string>
  tooLong: (max: number) => string
  email: {
    tab: string
    title: string
    intro: string
    empty: string
    subject: string
    text: string
    html: string
    copy: string
    copied: string
  }
}

const zhHant: PhotoMessages = {
  title: '相片',
  intro: '上載後會移除拍攝地點等資料，並製作各種大小的版本。公開文章使用之前，外界看不到相片。',
  upload: '上載相片',
  file: '相片檔案',
  fileHint: 'JPEG、PNG、WebP 或 AVIF，最大 10 MB、4,000 萬像素。',
  empty: '相片庫暫時未有相片。',
  older: '較早的相片',
  newer: '較新的相片',
  photo: (key) => `相片 ${key}`,
  size: (width, height, megabytes) => `${width} × ${height} 像素，${megabytes} MB`,
  pending: '部分版本尚未製作完成。',
  makeVariants: '製作餘下版本',
  variantsMade: '所有版本已製作完成。',
  variantsLeft: '仍有版本未能製作，請稍後再試。',
  description: '替代文字',
  descriptions: { undecided: '尚未決定', described: '以文字描述相片', decorative: '純屬裝飾' },
  descriptionHints: {
    undecided: '發布前必須決定。',
    described: '看不到相片的讀者會讀到或聽到下列文字。',
    decorative: '相片沒有任何文章未提及的資料，屏幕閱讀器會略過。',
  },
  alt: (language) => `替代文字（${language}）`,
  altHint: '一句話說明相片所見，毋須寫「圖片」二字。',
  caption: (language) => `圖片說明（${language}）`,
  derivedHint: '留空則發布時自動轉換。',
  credit: '攝影或來源',
  focal: '焦點',
  focalX: '由左起計（百分比）',
  focalY: '由上起計（百分比）',
  focalHint: '裁切相片時必須保留的一點，0 至 100。',
  save: '儲存',
  saved: '已儲存。',
  added: '相片已加入相片庫。',
  known: '相片庫已有這張相片，即為本頁所示；剛才輸入的文字沒有儲存。',
  deleted: '相片已刪除。',
  conflict: '另一位編輯剛修改了這張相片。你輸入的內容仍在下方；再次儲存便會取代對方的修改。',
  snippet: '插入內文',
  snippetHint: '把這段文字貼在內文中獨立的一行。要用作首圖，請把相片編號填入文章的首圖一欄。',
  uses: '使用這張相片的文章',
  noUses: '沒有文章使用這張相片。',
  draft: '草稿',
  publishedHint: '已發布的文章會保留當時的替代文字，直至重新發布。',
  full: '下載原尺寸 JPEG',
  delete: '刪除相片',
  deleteTitle: '刪除這張相片？',
  deleteBody: '相片及其所有版本會永久刪除，無法復原。',
  deleteConfirm: '確定刪除',
  inUseTitle: '相片仍在使用，不能刪除',
  inUseBody: '請先從下列文章移除相片。已撤回的文章亦計算在內。',
  back: '返回相片庫',
  problems: {
    empty: '請選擇相片檔案。',
    'too-many-bytes': '檔案超過 10 MB。請先縮小相片。',
    'not-a-photo': '這不是 JPEG、PNG、WebP 或 AVIF 相片。',
    damaged: '檔案不完整或已損壞。請重新匯出相片後再上載。',
    animated: '不接受動畫。請上載靜態相片。',
    'too-many-pixels': '相片超過 4,000 萬像素。請先縮小相片。',
    'too-small': '相片太小，每邊最少要有 64 像素。',
    'hidden-content': '檔案在相片以外還夾帶其他內容。請重新匯出相片後再上載。',
    'not-processed': '相片服務暫時未能處理這個檔案，沒有儲存任何內容。請稍後再試。',
  },
  errors: {
    'alt-missing': '請最少以一種語言描述相片，或選擇另一項。',
    'decorative-with-alt': '裝飾相片不會讀出文字。請清空替代文字，或選擇「以文字描述相片」。',
    percent: '請填寫 0 至 100 的整數。',
  },
  tooLong: (max) => `最多 ${max} 字。`,
  email: {
    tab: '複製到電郵',
    title: '複製到電郵',
    intro: '選取文字後複製，貼到電郵程式。內容來自已儲存的最新稿件。',
    empty: '這個版本未有文字。',
    subject: '主旨',
    text: '純文字',
    html: 'HTML 原始碼',
    copy: '複製',
    copied: '已複製。',
  },
}

const zhHans: PhotoMessages = {
  title: '照片',
  intro: '上传后会移除拍摄地点等资料，并制作各种大小的版本。公开文章使用之前，外界看不到照片。',
  upload: '上传照片',
  file: '照片文件',
  fileHint: 'JPEG、PNG、WebP 或 AVIF，最大 10 MB、4,000 万像素。',
  empty: '照片库暂时没有照片。',
  older: '较早的照片',
  newer: '较新的照片',
  photo: (key) => `照片 ${key}`,
  size: (width, height, megabytes) => `${width} × ${height} 像素，${megabytes} MB`,
  pending: '部分版本尚未制作完成。',
  makeVariants: '制作余下版本',
  variantsMade: '所有版本已制作完成。',
  variantsLeft: '仍有版本未能制作，请稍后再试。',
  description: '替代文字',
  descriptions: { undecided: '尚未决定', described: '以文字描述照片', decorative: '纯属装饰' },
  descriptionHints: {
    undecided: '发布前必须决定。',
    described: '看不到照片的读者会读到或听到下列文字。',
    decorative: '照片没有任何文章未提及的资料，屏幕阅读器会略过。',
  },
  alt: (language) => `替代文字（${language}）`,
  altHint: '一句话说明照片所见，无须写“图片”二字。',
  caption: (language) => `图片说明（${language}）`,
  derivedHint: '留空则发布时自动转换。',
  credit: '摄影或来源',
  focal: '焦点',
  focalX: '由左起计（百分比）',
  focalY: '由上起计（百分比）',
  focalHint: '裁切照片时必须保留的一点，0 至 100。',
  save: '保存',
  saved: '已保存。',
  added: '照片已加入照片库。',
  known: '照片库已有这张照片，即为本页所示；刚才输入的文字没有保存。',
  deleted: '照片已删除。',
  conflict: '另一位编辑刚修改了这张照片。你输入的内容仍在下方；再次保存便会取代对方的修改。',
  snippet: '插入正文',
  snippetHint: '把这段文字贴在正文中独立的一行。要用作首图，请把照片编号填入文章的首图一栏。',
  uses: '使用这张照片的文章',
  noUses: '没有文章使用这张照片。',
  draft: '草稿',
  publishedHint: '已发布的文章会保留当时的替代文字，直至重新发布。',
  full: '下载原尺寸 JPEG',
  delete: '删除照片',
  deleteTitle: '删除这张照片？',
  deleteBody: '照片及其所有版本会永久删除，无法恢复。',
  deleteConfirm: '确定删除',
  inUseTitle: '照片仍在使用，不能删除',
  inUseBody: '请先从下列文章移除照片。已撤回的文章也计算在内。',
  back: '返回照片库',
  problems: {
    empty: '请选择照片文件。',
    'too-many-bytes': '文件超过 10 MB。请先缩小照片。',
    'not-a-photo': '这不是 JPEG、PNG、WebP 或 AVIF 照片。',
    damaged: '文件不完整或已损坏。请重新导出照片后再上传。',
    animated: '不接受动画。请上传静态照片。',
    'too-many-pixels': '照片超过 4,000 万像素。请先缩小照片。',
    'too-small': '照片太小，每边最少要有 64 像素。',
    'hidden-content': '文件在照片以外还夹带其他内容。请重新导出照片后再上传。',
    'not-processed': '照片服务暂时未能处理这个文件，没有保存任何内容。请稍后再试。',
  },
  errors: {
    'alt-missing': '请最少以一种语言描述照片，或选择另一项。',
    'decorative-with-alt': '装饰照片不会读出文字。请清空替代文字，或选择“以文字描述照片”。',
    percent: '请填写 0 至 100 的整数。',
  },
  tooLong: (max) => `最多 ${max} 字。`,
  email: {
    tab: '复制到电邮',
    title: '复制到电邮',
    intro: '选取文字后复制，贴到电邮程序。内容来自已保存的最新稿件。',
    empty: '这个版本没有文字。',
    subject: '主题',
    text: '纯文字',
    html: 'HTML 源代码',
    copy: '复制',
    copied: '已复制。',
  },
}

const en: PhotoMessages = {
  title: 'Photos',
  intro:
    'Where and with what a photo was taken is removed, and copies in all sizes are made. Nobody outside sees a photo before a public article shows it.',
  upload: 'Upload a photo',
  file: 'Photo file',
  fileHint: 'JPEG, PNG, WebP or AVIF, up to 10 MB and 40 megapixels.',
  empty: 'There are no photos yet.',
  older: 'Older photos',
  newer: 'Newer photos',
  photo: (key) => `Photo ${key}`,
  size: (width, height, megabytes) => `${width} × ${height} pixels, ${megabytes} MB`,
  pending: 'Some copies are still to be made.',
  makeVariants: 'Make the missing copies',
  variantsMade: 'All copies have been made.',
  variantsLeft: 'Some copies could not be made. Please try again later.',
  description: 'Alternative text',
  descriptions: { undecided: 'Not decided yet', described: 'The photo is described', decorative: 'Decorative' },
  descriptionHints: {
    undecided: 'Has to be decided before publication.',
    described: 'Readers who cannot see the photo read or hear the text below.',
    decorative: 'The photo says nothing that the article does not. Screen readers skip it.',
  },
  alt: (language) => `Alternative text (${language})`,
  altHint: 'Say in one sentence what can be seen; “photo of” is not needed.',
  caption: (language) => `Caption (${language})`,
  derivedHint: 'Converted at publication if left empty.',
  credit: 'Photographer or source',
  focal: 'Focal point',
  focalX: 'From the left, in percent',
  focalY: 'From the top, in percent',
  focalHint: 'The point that must stay when the photo is cropped: 0 to 100.',
  save: 'Save',
  saved: 'Saved.',
  added: 'The photo is in the library.',
  known: 'The library already has this photo: it is the one on this page. What you typed just now was not saved.',
  deleted: 'The photo has been deleted.',
  conflict:
    'Another editor has just changed this photo. What you typed is still below; saving again replaces the other change.',
  snippet: 'Insert into the text',
  snippetHint:
    'Paste this on a line of its own. To show the photo at the head, enter its number in the field for the lead photo.',
  uses: 'Articles that show this photo',
  noUses: 'No article shows this photo.',
  draft: 'draft',
  publishedHint: 'Published articles keep the alternative text of that day until they are published again.',
  full: 'Download the full-size JPEG',
  delete: 'Delete this photo',
  deleteTitle: 'Delete this photo?',
  deleteBody: 'The photo and all its copies will be gone for good.',
  deleteConfirm: 'Delete',
  inUseTitle: 'This photo is in use and cannot be deleted',
  inUseBody: 'Please take it out of these articles first. Withdrawn ones count, too.',
  back: 'Back to the photos',
  problems: {
    empty: 'Choose a photo file.',
    'too-many-bytes': 'The file is larger than 10 MB. Make the photo smaller first.',
    'not-a-photo': 'This is not a JPEG, PNG, WebP or AVIF photo.',
    damaged: 'The file is incomplete or damaged. Export the photo again and upload that.',
    animated: 'Animations are not accepted. Upload a still photo.',
    'too-many-pixels': 'The photo has more than 40 megapixels. Make it smaller first.',
    'too-small': 'The photo is too small: each side needs at least 64 pixels.',
    'hidden-content': 'The file holds something besides the photo. Export the photo again and upload that.',
    'not-processed':
      'The service for photos could not handle this file just now. Nothing was saved. Please try again later.',
  },
  errors: {
    'alt-missing': 'Describe the photo in at least one language, or choose something else.',
    'decorative-with-alt':
      'The text of a decorative photo is never read out. Empty it, or choose “The photo is described”.',
    percent: 'Enter a whole number from 0 to 100.',
  },
  tooLong: (max) => `At most ${max} characters.`,
  email: {
    tab: 'Copy for e-mail',
    title: 'Copy for e-mail',
    intro: 'Select the text, copy it and paste it into your mail program. It is made from the newest saved text.',
    empty: 'There is no text in this edition.',
    subject: 'Subject',
    text: 'Plain text',
    html: 'HTML source',
    copy: 'Copy',
    copied: 'Copied.',
  },
}

const MESSAGES: Record<Edition, PhotoMessages> = { 'zh-hant': zhHant, 'zh-hans': zhHans, en }

export function photoMessagesFor(language: Edition): PhotoMessages {
  return MESSAGES[language]
}
