import type { Prose } from './prose.ts'

export const proseEn: Prose = {
  about: {
    title: 'About this newsroom',
    lead: 'This newsroom publishes press releases, speeches, notices and media invitations in Traditional Chinese, Simplified Chinese and English. All three editions of an article share one name in their addresses.',
    sections: [
      {
        heading: 'A demonstration',
        paragraphs: [
          'This site demonstrates Causeway, software for newsrooms. It is not an official Cyberport site. The Cyberport press release published here was made public on 22 December 2022; the other articles were written for this site and describe how it works.',
        ],
      },
      {
        heading: 'How the three editions come about',
        paragraphs: [
          'Editors write the Traditional Chinese and English editions. The Simplified Chinese edition is converted from the Traditional one at publication: words that the conversion is unsure of are marked, an editor decides, and the result is frozen. Nothing is converted while you read.',
          'Every Simplified article says whether an editor has checked it. If you find an error, use the link at the end of the article to tell us.',
        ],
      },
      {
        heading: 'Corrections and withdrawals',
        paragraphs: [
          'When an article is wrong we correct it, and say in every edition what was corrected and when. When an article has to be withdrawn, its address stays and gives the date and the reason.',
        ],
      },
      {
        heading: 'Made for slow connections',
        paragraphs: [
          'An article takes a single request, needs no JavaScript and loads no web fonts. Articles that you have read stay in your browser, so that you can read them offline.',
        ],
      },
      {
        heading: 'Privacy',
        paragraphs: [
          'Public pages do not track anyone and contain nothing from third parties. One cookie remembers the edition that you chose; only the address “/” reads it.',
        ],
      },
    ],
  },
  accessibility: {
    title: 'Accessibility statement',
    lead: 'We want every reader and every editor to be able to use this site. This page states what we aim for, how we test it, and what has not been tested.',
    sections: [
      {
        heading: 'What we aim for',
        paragraphs: [
          'The Web Content Accessibility Guidelines (WCAG) 2.2 at level AA, and the stricter level AAA for text contrast, target size and link purpose.',
        ],
      },
      {
        heading: 'What is tested',
        paragraphs: [
          'These tests run after every change to the software. If one of them fails, the change is not released:',
        ],
        items: [
          'axe-core in Chromium on every kind of page, in three editions, at widths of 320 and 1280 pixels, in the light and the dark scheme, with the rules that are off by default switched on and none switched off.',
          'A walk by keyboard through the controls of each kind of page, checking order and visible focus, in forced colours too.',
          'No sideways scrolling at 320 pixels, and no text cut off when line, word and letter spacing are increased.',
          'The language of pages and of passages: English inside Chinese, Chinese inside English, and articles listed in another language.',
          'Every page is complete with JavaScript switched off.',
        ],
      },
      {
        heading: 'What is not tested yet',
        paragraphs: [
          'Automated tests find only some of the problems. These have not yet been tested on real devices with people:',
        ],
        items: [
          'NVDA with Firefox, VoiceOver on iOS and TalkBack on Android, and how they pronounce Cantonese and Mandarin.',
          'High contrast on Windows, voice control and switch devices.',
          'Use by people with disabilities.',
        ],
      },
      {
        heading: 'Known limits',
        paragraphs: [
          'Documents and photos on other sites that articles link to are outside our control and may not be accessible. Single English names inside Chinese text carry no language mark, so that a screen reader does not keep changing its voice; WCAG 3.1.2 exempts proper names.',
        ],
      },
      {
        heading: 'Tell us',
        paragraphs: [
          'If something on this site is a barrier to you, please write to the e-mail address on the contact page and tell us the address of the page and what happened. We will reply as soon as we can and provide the content in a form that you can use.',
        ],
      },
    ],
  },
}
