import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDriveUrl, safeUrl, urlCharsMax } from '../../../src/article/safe-url.ts'

describe('safeUrl', () => {
  const allowed: [string, string][] = [
    ['https://www.cyberport.hk', 'https://www.cyberport.hk/'],
    ['HTTP://Example.HK/A?b=c&d#e', 'http://example.hk/A?b=c&d#e'],
    ['https://zh.wikipedia.org/wiki/數碼港', 'https://zh.wikipedia.org/wiki/%E6%95%B8%E7%A2%BC%E6%B8%AF'],
    ['  https://a.hk/  ', 'https://a.hk/'],
    ['https://例子.香港/', 'https://xn--fsqu00a.xn--j6w193g/'],
    ['mailto:karenkwokky@cyberport.hk', 'mailto:karenkwokky@cyberport.hk'],
    ['mailto:a@b.hk,c@d.hk?subject=更正', 'mailto:a@b.hk,c@d.hk?subject=%E6%9B%B4%E6%AD%A3'],
    ['tel:+852 3166 3993', 'tel:+85231663993'],
    ['tel:(852)%203166-3993', 'tel:85231663993'],
    ['/zh-hant/about', '/zh-hant/about'],
    ['/搜尋?q=港', '/%E6%90%9C%E5%B0%8B?q=%E6%B8%AF'],
    ['#quote-1', '#quote-1'],
    ['?images=0', '?images=0'],
  ]
  it.each(allowed)('allows %j', (raw, url) => {
    expect(safeUrl(raw)).toBe(url)
  })

  const refused = [
    '',
    ' ',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'javascript&colon;alert(1)',
    'javascript%3Aalert(1)',
    'data:text/html,<script>',
    'data:image/png;base64,AA',
    'vbscript:x',
    'blob:https://a.hk/x',
    'file:///etc/passwd',
    'ftp://a.hk',
    'about:blank',
    'view-source:https://a.hk',
    'intent://x',
    'sms:123',
    'lang:fr',
    'keep:',
    'photo:a',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    'https:/evil.example',
    'https:evil.example',
    'https:///evil.example',
    'https://',
    'http://[',
    'https://www.bank.com@evil.example/',
    'https://user:pw@evil.example/',
    'www.cyberport.hk',
    'news/a',
    './a',
    '../a',
    '/a/../b',
    '/%2e%2e/b',
    '/a/./b',
    'https://a.hk/ b',
    'https://a.hk/"x',
    'https://a.hk/<x>',
    'https://a.hk/\u0000',
    'https://a.hk/\ud800',
    'https://a.hk/\u202e',
    'https://a.hk/\ufdd0',
    'tel:',
    'tel:12',
    'tel:alert(1)',
    'tel:1234567890123456',
    'mailto:',
    'mailto:a',
    'mailto:a@b',
    'mailto:a@b.hk?x=y',
    'mailto:a@b.hk,javascript:x',
    'x'.repeat(urlCharsMax + 1),
    `https://a.hk/${'x'.repeat(urlCharsMax)}`,
  ]
  it.each(refused)('refuses %j', (raw) => {
    expect(safeUrl(raw)).toBeUndefined()
  })

  it('gives only allowed schemes, without spaces, controls and quotes, whatever comes', () => {
    const prefixes = fc.constantFrom(
      '',
      'https://',
      'http:',
      '/',
      '//',
      'mailto:',
      'tel:',
      'javascript:',
      '#',
      '?',
      ' ',
    )
    fc.assert(
      fc.property(prefixes, fc.string({ unit: 'binary', maxLength: 30 }), (prefix, rest) => {
        const url = safeUrl(prefix + rest)
        if (url !== undefined)
          expect(url).toMatch(/^(?:https?:\/\/|mailto:|tel:|\/(?!\/)|[#?])[^\s"<>\\`\u0000-\u001f]*$/)
        if (url !== undefined) expect(safeUrl(url)).toBe(url)
      }),
      { seed: 2022, numRuns: 2_000 },
    )
  })
})

describe('isDriveUrl', () => {
  it.each([
    ['https://drive.google.com/drive/folders/1hUWQNyQXJ3RNzRRCVFnuMEIRsy5-kxpK?usp=sharing', true],
    ['https://docs.google.com/document/d/x', true],
    ['HTTPS://DRIVE.GOOGLE.COM./x', true],
    ['https://www.google.com/maps', false],
    ['https://drive.google.com.evil.example/', false],
    ['https://evil.example/drive.google.com', false],
    ['drive.google.com', false],
    ['', false],
  ])('%s: %s', (url, drive) => {
    expect(isDriveUrl(url)).toBe(drive)
  })
})
