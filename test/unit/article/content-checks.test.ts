import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import type { CheckedEdition } from '../../../src/article/checked-edition.ts'
import { checkEdition, compareEditions } from '../../../src/article/content-checks.ts'
import { excerpt, excerptCharsMax, findingsMax } from '../../../src/article/finding.ts'
import { isVagueLinkText } from '../../../src/article/link-checks.ts'
import { listeningOutline } from '../../../src/article/listening-outline.ts'
import type { BodyPhoto } from '../../../src/article/rendered-body.ts'
import { checkedEdition as edition } from './checked-edition.ts'

/** Rules and excerpts. */
function findings(checked: CheckedEdition): string[] {
  return checkEdition(checked).map(({ rule, excerpt: words }) => `${rule}: ${words}`)
}

describe('checkEdition finds', () => {
  const cases: [string, string, string[]][] = [
    ['vague link text', '詳情請[按此](/a)。', ['link-text-vague: 按此']],
    ['a heading level skipped', '## 甲\n\n#### 乙', ['heading-skipped: 乙']],
    ['a first heading that is too deep', '### 甲', ['heading-skipped: 甲']],
    ['a bold line used as a heading', '**壯大人才庫**\n\n人才是關鍵。', ['heading-bold: 壯大人才庫']],
    [
      'a quotation that nobody speaks',
      '> 「我們歡迎。」\n>\n> 「謝謝。」',
      ['quote-speaker-missing: 「我們歡迎。」 「謝謝。」'],
    ],
    ['a table without header cells', '| | |\n|-|-|\n| 甲 | 乙 |', ['table-header-missing: 甲 | 乙']],
    ['a table with a missing header cell', '| 年 | |\n|-|-|\n| 甲 | 乙 |', ['table-header-missing: 年 | 甲 | 乙']],
    ['a PDF that does not say so', '[年報](/a.pdf)', ['link-file-unnamed: 年報']],
    [
      'a Drive link that is an address',
      '<https://drive.google.com/x>',
      ['link-file-unnamed: https://drive.google.com/x'],
    ],
    [
      'the same words for two addresses',
      '[新聞圖片](/a)、[新聞圖片](/b)、[新聞圖片](/a)',
      ['link-text-repeated: 新聞圖片'],
    ],
    [
      'an address that is not allowed',
      '[甲](javascript:x)、![乙](https://a.hk/b.png)',
      ['link-refused: 甲', 'link-refused: 乙'],
    ],
    ['a bold question used as a heading', '**誰可以申請？**\n\n初創企業。', ['heading-bold: 誰可以申請？']],
    ['a bold line above a photo', '**典禮**\n\n![典禮](photo:a)', ['heading-bold: 典禮']],
    ['Han set apart by no-break spaces', '電\u00a0\u00a0話：甲', ['layout-spaces: 電 話']],
    ['capitals set apart by no-break spaces', 'P\u00a0R\u00a0E\u00a0S\u00a0S', ['layout-spaces: P R E S S']],
    ['capitals set apart', 'P R E S S RELEASE', ['layout-spaces: P R E S S']],
    ['several spaces between Han', '壯大創科人才庫  增強發展動能', ['layout-spaces: 庫 增']],
    ['single Han set apart', '電 話：甲', ['layout-spaces: 電 話']],
    ['a wide space in a paragraph', '姓名　陳大文', ['layout-spaces: 名 陳']],
    [
      'a passage that may be French',
      '見 Ville de Paris et départements 網站',
      ['language-unmarked: Ville de Paris et départements'],
    ],
    [
      'Japanese, Korean, Russian',
      'サイバーポートへようこそ、안녕하세요 여러분、Добро пожаловать',
      [
        'language-unmarked: サイバーポートへようこそ',
        'language-unmarked: 안녕하세요 여러분',
        'language-unmarked: Добро пожаловать',
      ],
    ],
    ['a telephone number that is none', '電話：3166 399', ['phone-invalid: 3166 399']],
    ['one that is announced without a colon', '查詢請致電 2123 45。', ['phone-invalid: 2123 45']],
    ['a number that does not exist', '+852 1166 3993', ['phone-invalid: +852 1166 3993']],
    ['a telephone link that cannot be dialled', '[3166 399](tel:+8523166399)', ['phone-invalid: 3166 399']],
    ['a telephone link without +', '[查詢熱線](tel:85231663993)', ['phone-invalid: 查詢熱線']],
    ['a telephone link that dials another number', '[3166 3993](tel:+85228644889)', ['phone-mismatch: 3166 3993']],
  ]
  it.each(cases)('%s', (_, body, expected) => {
    expect(findings(edition('zh-hant', body))).toEqual(expected)
  })

  it('vague words and unnamed files in the lists beside the body', () => {
    const fields = {
      downloads: [{ label: '按此下載', url: 'https://drive.google.com/x', caption: '' }],
      related: [{ label: '年報', url: '/a.pdf' }],
    }
    expect(checkEdition(edition('zh-hant', '', fields)).map(({ rule, field }) => [rule, field])).toEqual([
      ['link-text-vague', 'downloads.0.label'],
      ['link-file-unnamed', 'related.0.label'],
    ])
  })

  it('photos without a decision on their alternative text, and unknown ones', () => {
    const photo: BodyPhoto = { src: '/a', width: 1, height: 1, alt: '' }
    const photos = new Map<string, BodyPhoto>([
      ['a', photo],
      ['b', { ...photo, decorative: true }],
      ['c', { ...photo, alt: '海' }],
    ])
    const body = '![](photo:a)\n\n![](photo:b)\n\n![](photo:c)\n\n![](photo:d)\n\n![海](photo:a)'
    expect(
      checkEdition(edition('en', body, {}, photos)).map(({ rule, severity, params, position }) => [
        rule,
        severity,
        params.key,
        position,
      ]),
    ).toEqual([
      ['photo-alt-missing', 'blocks', 'a', 0],
      ['photo-missing', 'blocks', 'd', 42],
    ])
    const atHead = (leadPhoto: string) =>
      checkEdition({ ...edition('en', '', {}, photos), leadPhoto }).map(({ rule, field }) => `${rule} ${field}`)
    expect(['', 'a', 'b', 'c', 'd'].map(atHead)).toEqual([
      [],
      ['photo-alt-missing leadPhoto'],
      [],
      [],
      ['photo-missing leadPhoto'],
    ])
  })

  it('where in the source it stands', () => {
    const body = '甲\n\n請[按此](/a)或電話：3166 399'
    expect(
      checkEdition(edition('zh-hant', body)).map(({ position }) => body.slice(position, (position ?? 0) + 4)),
    ).toEqual(['[按此]', '3166'])
  })
})

describe('checkEdition leaves alone', () => {
  const cases: [string, string][] = [
    [
      'links that say where they lead',
      '[數碼港年報（PDF，1.2 MB）](/a.pdf)、[下載高像素新聞圖片](https://drive.google.com/x)、[更多新聞稿](/b)',
    ],
    ['headings in order', '## 甲\n\n### 乙\n\n#### 丙\n\n## 丁\n\n### 戊'],
    ['a bold sentence', '**我們歡迎藍圖。**\n\n乙'],
    ['a bold line at the end', '甲\n\n**完**'],
    ['bold at the beginning of a paragraph', '**甲**：乙\n\n丙'],
    ['a table that names its rows', '| | 數 |\n|-|-|\n| 甲 | 1 |'],
    ['one space between clauses of a headline', '## 完善創科生態圈 推進「新型工業化」'],
    ['a wide space in a headline', '## 壯大創科人才庫　增強發展動能'],
    ['spaces beside Latin words', '與 AI 公司 合作'],
    ['English that marks itself', '獲 Cyberport Creative Micro Fund 資助'],
    ['French that an editor marked', '見 [Ville de Paris et départements](lang:fr) 網站'],
    ['a name with an accent', '在 Café de Coral 用膳'],
    [
      'good telephone numbers',
      '電話：（852） 3166 3993、[3166 3993](tel:+85231663993)、[1823](tel:1823)、+86 755 1234 5678',
    ],
    ['padding in the source of a table', '| 年  | 數   |\n| --- | ---- |\n| 甲  | 乙   |'],
  ]
  it.each(cases)('%s', (_, body) => {
    expect(findings(edition('zh-hant', body))).toEqual([])
  })
})

describe('a link to a file', () => {
  test.each([
    ['[年報](/a.pdf)', 'PDF'],
    ['[年報](/a.PDF?x#y)', 'PDF'],
    ['[report.pdf](/report.pdf)', 'PDF'],
    ['[報名表格](https://a.hk/form.docx)', 'Word'],
    ['[數字](https://a.hk/figures.xlsx)', 'Excel'],
    ['[典禮](https://a.hk/ceremony.mp4)', 'MP4'],
    ['[年報](/a.pdf.html)', undefined],
    ['[年報](/a?x=.pdf)', undefined],
    ['[年報](/pdf)', undefined],
    ['[年報（PDF）](/a.pdf)', undefined],
    ['[報名表格（Word）](https://a.hk/form.docx)', undefined],
    ['[典禮片段](https://a.hk/ceremony.mp4)', undefined],
    ['[Speech (audio)](https://a.hk/speech.mp3)', undefined],
    ['[圖片](https://a.hk/photo.jpg)', undefined],
    ['[網站](https://www.gov.hk)', undefined],
  ] as const)('%s must say %s', (body, file) => {
    const named = checkEdition(edition('zh-hant', body)).filter(({ rule }) => rule === 'link-file-unnamed')
    expect(named.map(({ params }) => params.file)).toEqual(file === undefined ? [] : [file])
  })
})

describe('isVagueLinkText', () => {
  it.each([
    '按此',
    '請按此處',
    '按這裡',
    '按这里',
    '這裏',
    '此處',
    '點擊這裡',
    '按此下載',
    '請按此報名',
    '詳情',
    '更多',
    '了解更多',
    '更多詳情',
    '下載',
    '連結',
    '「這裡」',
    '更多 »',
    '按 此',
    '查看全文',
    'here',
    'Here.',
    'click here',
    'Click here!',
    'more',
    'More…',
    'Read more »',
    'learn more',
    'details',
    'this link',
    'download',
    'Download here',
    'See here',
    'link',
    'website',
    'More information',
  ])('%s: yes', (text) => {
    expect(isVagueLinkText(text)).toBe(true)
  })
  it.each([
    '更多新聞稿',
    '下載新聞圖片',
    '詳情見年報',
    '此處為數碼港',
    '網站地圖',
    'Here comes the sun',
    'More press releases',
    'Details of the fund',
    'www.cyberport.hk',
    '3166 3993',
    '',
    'Learn more about AI',
  ])('%s: no', (text) => {
    expect(isVagueLinkText(text)).toBe(false)
  })
})

describe('compareEditions', () => {
  const compare = (chinese: string, english: string) =>
    compareEditions(edition('zh-hant', chinese), edition('en', english)).map(
      ({ edition: key, params, excerpt: words }) => `${key} ${params.kind}: ${words}`,
    )

  const cases: [string, string, string, string[]][] = [
    ['equal facts', '2022年12月22日，1,900間，17億元，百分之五', '22 December 2022: 1,900, HK$1.7 billion, 5%', []],
    ['a date that differs', '12月22日', '23 December', ['zh-hant date: 12月22日', 'en date: 23 December']],
    [
      'a year that differs',
      '2022年12月22日',
      '22 December 2023',
      ['zh-hant date: 2022年12月22日', 'en date: 22 December 2023'],
    ],
    [
      'a month that differs',
      '2022年12月成立',
      'founded in November 2022',
      ['zh-hant date: 2022年12月', 'en date: November 2022'],
    ],
    [
      'a month of another year',
      '2022年12月成立',
      'founded in December 2023',
      ['zh-hant date: 2022年12月', 'en date: December 2023'],
    ],
    ['a word that begins like a month', '12間', 'Decided in March', ['zh-hant number: 12']],
    ['points of an index', '升130點，收報26,130點', 'up 130 points to close at 26,130 points', []],
    ['a verb that is also a month', '18至35歲可參加', 'Those aged 18 to 35 may enter', []],
    ['a month for a day', '2022年12月22日', 'December 2022', ['zh-hant date: 2022年12月22日']],
    ['a day for a month', '2022年12月', '22 December 2022', ['en date: 22 December 2022']],
    ['a month that one edition leaves the year out of', '2022年12月', 'last December', []],
    ['the same the other way round', '去年12月', 'December 2022', []],
    ['a year that one edition leaves out', '2022年12月22日', '22 December', []],
    [
      'a sum that differs by a factor',
      '17億港元',
      'HK$17 billion',
      ['zh-hant number: 17億', 'en number: HK$17 billion'],
    ],
    ['a number in words', '35間', 'thirty-five', []],
    ['small numbers in words', '兩間、三間', 'four', []],
    ['an ordinal', '第21屆', 'the 21st', []],
    ['a percentage', '增加三成', 'up 20%', ['zh-hant percentage: 三成', 'en percentage: 20%']],
    ['a telephone number', '電話：3166 3993', 'Tel: 3166 3994', ['zh-hant phone: 3166 3993', 'en phone: 3166 3994']],
    ['an address', '[甲](https://a.hk/zh/)，www.b.hk', '[A](https://a.hk/en/)', ['zh-hant address: www.b.hk']],
    ['a mail address', '<a@b.hk>', '<c@b.hk>', ['zh-hant address: a@b.hk', 'en address: c@b.hk']],
    ['a telephone link', '[傳媒熱線](tel:+85231663993)', 'Tel: 3166 3993', []],
    ['links inside the site', '[甲](/zh-hant/about)', '[A](/en/about)', []],
    ['a fact that stands twice', '1,900間，1,900間', '', ['zh-hant number: 1,900']],
  ]
  it.each(cases)('%s', (_, chinese, english, expected) => {
    expect(compare(chinese, english)).toEqual(expected)
  })

  it('reads all fields, and reports the field', () => {
    const zh = edition('zh-hant', '', { title: '1,900間', facts: [{ term: '日期', detail: '5月4日' }] })
    const en = edition('en', '', { summary: '1,900 start-ups' })
    expect(compareEditions(zh, en)).toMatchObject([
      { rule: 'fact-missing', field: 'facts.0.detail', params: { kind: 'date', missingIn: 'en' } },
    ])
  })

  it('knows the links of the lists beside the body', () => {
    const zh = edition('zh-hant', '', {
      downloads: [{ label: '圖片', url: 'https://drive.google.com/x', caption: '' }],
    })
    expect(compareEditions(zh, edition('en', '[Photos](https://drive.google.com/x)'))).toEqual([])
    expect(compareEditions(zh, edition('en', ''))).toMatchObject([{ field: 'downloads.0.url' }])
  })

  it('is quiet about a derived edition', () => {
    const hant = '2022年12月22日，三千五百萬元，17億，1萬間，兩成，五個百分點，電話：3166 3993'
    const hans = '2022年12月22日，三千五百万元，17亿，1万间，两成，五个百分点，电话：3166 3993'
    expect(compareEditions(edition('zh-hant', hant), edition('zh-hans', hans))).toEqual([])
  })

  it('has a limit', () => {
    const many = Array.from({ length: 200 }, (_, index) => `${1_000 + index}間`).join('，')
    expect(compareEditions(edition('zh-hant', many), edition('en', ''))).toHaveLength(findingsMax)
  })
})

it('the press release, as extracted from its PDF, has every fact of its own', () => {
  const text = readFileSync(new URL('../../fixtures/press-release-2022-12-22.txt', import.meta.url), 'utf8')
  const release = edition('zh-hant', text)
  expect(compareEditions(release, release)).toEqual([])
  const changed = edition(
    'zh-hant',
    text
      .replaceAll('1,900', '1,800')
      .replaceAll('17 億', '17 萬')
      .replace('22日', '23日')
      .replaceAll('3166 3993', '3166 3998'),
  )
  expect(compareEditions(release, changed).map(({ excerpt: words, edition: key }) => `${key} ${words}`)).toEqual([
    'zh-hant 2022年 12月 22日',
    'zh-hant 1,900',
    'zh-hant 17 億',
    'zh-hant （852） 3166 3993',
    'zh-hant 2022年 12月 23日',
    'zh-hant 1,800',
    'zh-hant 17 萬',
    'zh-hant （852） 3166 3998',
  ])
})

it('excerpts are one line, and short', () => {
  expect(excerpt('甲\n  乙')).toBe('甲 乙')
  expect(excerpt('😀'.repeat(100)).length).toBeLessThanOrEqual(excerptCharsMax)
  expect(excerpt('😀'.repeat(100)).isWellFormed()).toBe(true)
})

describe('listeningOutline', () => {
  it('lists headings, links, languages and landmarks', () => {
    const photos = new Map([['a', { src: '/a.jpg', width: 1, height: 1, alt: '海旁' }]])
    const body =
      '## 甲\n\n由 the Creative Fund 資助，[按此](/a)。\n\n> **陳**：\n> 好\n\n|年|\n|-|\n|1|\n\n![](photo:a)'
    expect(
      listeningOutline(edition('zh-hant', body, {}, photos).rendered, { title: '題', edition: 'zh-hant' }),
    ).toEqual({
      lang: 'zh-HK',
      headings: [
        { level: 1, text: '題', id: '' },
        { level: 2, text: '甲', id: 's1' },
      ],
      links: [{ text: '按此', url: '/a', vague: true }],
      languageChanges: [{ lang: 'en', text: 'the Creative Fund', blockId: 'p1' }],
      landmarks: [
        { role: 'figure', name: '陳' },
        { role: 'region', name: '表格 1' },
        { role: 'figure', name: '海旁' },
      ],
    })
  })
})
