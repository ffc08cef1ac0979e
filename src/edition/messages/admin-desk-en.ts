import type { DeskMessages } from './admin-desk.ts'

export const adminDeskEn: DeskMessages = {
  tab: 'Conversion',
  toDesk: 'Check the conversion',
  carried: (count) => `Decisions about the conversion: ${count}.`,
  title: (headline) => `Check the conversion: ${headline}`,
  intro: (changes) =>
    `The other Chinese edition is made from the written one by conversion; ${changes} places were changed.`,
  noChinese: 'This article has no Chinese text, so there is nothing to convert.',
  open: (count) => (count === 1 ? 'For you to decide (1)' : `For you to decide (${count})`),
  openIntro:
    'The conversion is not sure of these. Choose the right form; choose it too where it is right already, and nobody will be asked again. What you leave undecided can wait.',
  openNone: 'There is nothing to decide.',
  reasons: {
    default: 'This character has several forms, and the words around it do not tell which.',
    overlap: 'Both the word before and the word behind may include this character.',
    name: 'This looks like the name of a person or place; its owner decides how it is written.',
    font: 'Many phones cannot show this character.',
  },
  place: (field, count) => (count > 1 ? `${field}; ${count} times in all` : field),
  fields: {
    title: 'Headline',
    subtitle: 'Second headline',
    label: 'Label',
    summary: 'Summary',
    place: 'Place of the dateline',
    venue: 'Venue',
    body: 'Text',
    downloads: 'Downloads',
    facts: 'Facts',
    related: 'Related links',
  },
  choose: 'Form',
  now: 'as it is now',
  later: 'Decide later',
  other: (words) => `Another form for “${words}”`,
  otherText: (words) => `In place of “${words}”`,
  otherHint: 'With the characters around it. What is written here counts, whatever is chosen above.',
  answers: (count) => `Decisions for this article (${count})`,
  answersIntro: 'Wherever the original has the words on the left, the conversion writes those on the right.',
  answersNone: 'There are no decisions yet.',
  becomes: 'becomes',
  counted: (count) =>
    count === 0
      ? 'no longer used: the original does not have these words any more'
      : count === 1
        ? 'once in the original'
        : `${count} times in the original`,
  remove: 'Remove this decision',
  forSite: 'Make it a rule for the whole site: ',
  add: 'Another decision',
  addFrom: 'Words of the original',
  addTo: 'What they become',
  save: 'Save decisions',
  saved: 'The decisions were saved.',
  savedFirst: 'Your decisions were saved first. Look at the result, then press “I have checked the conversion” again.',
  nothing: 'You have not chosen anything, so nothing was saved.',
  changedMeanwhile: 'Somebody has just saved this article. Your choices are still here: look once more, then save.',
  problems: {
    'from-missing': 'Enter the words of the original',
    'to-missing': 'Enter what they become',
    'too-long': (max) => `Too long: at most ${max} characters`,
    'not-found': 'The original does not have these words; check them',
  },
  approval: 'Finish checking',
  approvalIntro:
    'When you have read the whole converted text, record it here. Who checked it and when is kept with what is published.',
  approvalOpen: (count) =>
    count === 1
      ? 'One form is still undecided; you can finish all the same.'
      : `${count} forms are still undecided; you can finish all the same.`,
  approved: (who, when) => `${who} checked this revision on ${when}.`,
  whole: 'Compare the whole text',
  wholeTitle: (headline) => `Both texts: ${headline}`,
  wholeIntro:
    'Each paragraph of the original is followed by its conversion. Changed characters are underlined, doubtful ones have a coloured ground.',
  source: 'Original',
  result: 'Conversion',
  back: 'Back to checking the conversion',
}
