import { describe, expect, it } from 'vitest'
import type { ArticleContent, EditionContent, Override } from '../../../src/article/content.ts'
import { derivationFor } from '../../../src/newsroom/conversion.ts'
import { deriveContent } from '../../../src/newsroom/derive.ts'
import { type Desk, deskOf } from '../../../src/newsroom/desk.ts'
import { converter } from '../convert/tables.ts'

const NO_WORDS: EditionContent = {
  ...{ label: '', title: '', subtitle: '', summary: '', place: '', body: '' },
  ...{ downloads: [], facts: [], related: [] },
}

function simplified(words: Partial<EditionContent>, overrides: readonly Override[] = []): ArticleContent {
  return {
    ...{ kind: 'notice', slug: 'desk', topics: [], contacts: [], boilerplates: [], datelineDate: '' },
    ...{ sourceEdition: 'zh-hans', written: { 'zh-hans': { ...NO_WORDS, ...words } }, overrides },
  }
}

function derivation(content: ArticleContent) {
  return derivationFor(converter, { source: content.sourceEdition, overrides: content.overrides })
}

function desk(content: ArticleContent): Desk {
  const made = deskOf(content, derivation(content))
  if (!made) throw new Error('no desk')
  return made
}

function derived(content: ArticleContent): EditionContent {
  const words = content.written[content.sourceEdition]
  if (!words) throw new Error('no words')
  return deriveContent(words, derivation(content))
}

describe('the desk', () => {
  it('asks about a name as a whole, once for all its occurrences', () => {
    const { questions } = desk(
      simplified({ title: '主席陈志云表示支持', body: '主席陈志云表示，会继续。\n\n学生代表罗家干致谢辞。' }),
    )
    expect(questions.map(({ from, count, field, doubt }) => ({ from, count, field, doubt }))).toEqual([
      { from: '陈志云', count: 2, field: 'zh.title', doubt: 'name' },
      { from: '罗家干', count: 1, field: 'zh.body', doubt: 'name' },
    ])
    expect(questions[0]?.choices).toEqual([
      { result: '雲', to: '陳志雲' },
      { result: '云', to: '陳志云' },
    ])
  })

  it('asks about another character with its neighbours, and shows what stands around them', () => {
    const [question] = desk(simplified({ body: '政府将**两区**并为一区，下月生效。' })).questions
    expect(question).toMatchObject({
      from: '区并为',
      doubtful: { start: 1, end: 2 },
      before: '政府将两',
      behind: '一区，下月生效。',
    })
    expect(question?.choices.slice(0, 2).map(({ to }) => to)).toEqual(['區並為', '區併為'])
  })

  it('keeps an override inside its paragraph and out of what is protected', () => {
    const { questions } = desk(simplified({ body: '`代码`并为[两区](keep:)\n\n后记' }))
    expect(questions.map(({ from }) => from)).toEqual(['并为'])
  })

  it('says how often an answer still applies', () => {
    const overrides = [
      { from: '陈志云', to: '陳志云', note: '' },
      { from: '李国丰', to: '李國丰', note: '' },
    ]
    const { questions, answers } = desk(simplified({ body: '主席陈志云表示欢迎。陈志云说。' }, overrides))
    expect(questions).toEqual([])
    expect(answers.map(({ count }) => count)).toEqual([2, 0])
  })

  it('is absent where there is no Chinese', () => {
    const content = { ...simplified({}), written: { en: NO_WORDS } }
    expect(deskOf(content, derivation(content))).toBeNull()
  })

  it('has a question answered by any of its choices, which changes nothing but what was asked', () => {
    const body = [
      '政府将两区并为一区，主席陈志云表示，出席者包括李国丰、黄杰伦和何美玲。',
      '委员曾志范说，制作费用由公司并成一笔；他看了一下表，里斯本的面档有干货。',
      '- 董事胡适安出任主席\n- **杨德余**先生在余庄村说：“向往之。”',
      '> 球员潘国峰：\n> 采得百花',
    ].join('\n\n')
    const content = simplified({ title: '学生代表罗家干致谢辞', body })
    const before = derived(content)
    const { questions } = desk(content)
    expect(questions.length).toBeGreaterThan(8)
    for (const { from, choices } of questions) {
      for (const { to } of choices) {
        const answered = { ...content, overrides: [{ from, to, note: '' }] }
        expect(desk(answered).questions.map((other) => other.from)).not.toContain(from)
        const after = derived(answered)
        const now = choices[0]?.to ?? ''
        expect(after.body + after.title).toBe((before.body + before.title).replaceAll(now, to))
      }
    }
  })
})
