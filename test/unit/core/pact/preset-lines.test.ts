// Proves that every preset of a seed keeps that seed's lines, and nothing else, as docs/pacts.md has them line by line.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PRESETS, RULES, isRuleId, type Params, type Preset } from '@class-pact/core/pact'

const DOC = readFileSync(join(__dirname, '../../../../docs/pacts.md'), 'utf8')
/** Words and figures only: signs differ between the papers and their copies. */
const plain = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')
const say = (params: Params) =>
  Object.entries(params).map(
    ([key, value]) => `${key}:${Array.isArray(value) ? `[${value.join(',')}]` : String(value)}`,
  )
const sayRule = ([rule, params]: [string, Params]) => [rule, say(params).join(',')].filter(Boolean).join(' ')

interface Line {
  article: string
  text: string
  kept: string
}
function sectionOf({ id, title }: Preset): string {
  const [, section = ''] = DOC.split(`### ${id} · ${title}\n`)
  return section.split(/\n##/)[0] ?? ''
}
function linesOf(preset: Preset): Line[] {
  return sectionOf(preset)
    .split('\n')
    .flatMap((row) => {
      const [, article = '', text = '', kept = ''] = row.split('|').map((cell) => cell.trim())
      return /^S\d/.test(article) ? [{ article, text, kept }] : []
    })
}
const keepersOf = (kept: string) => kept.split(/, (?=[A-Z]\d\d)/).filter((rule) => /^[A-Z]\d\d( |$)/.test(rule))
const seeds = PRESETS.filter(({ seed }) => seed)

test.each(seeds.map((preset) => [preset.id, preset] as const))(
  'G15 %s given its lines, then each has the rules that keep it, with their parameters, or a reason',
  (_id, preset) => {
    const lines = linesOf(preset)
    expect(lines.length).toBeGreaterThan(0)
    expect(new Set(lines.map(({ article }) => article)).size).toBe(lines.length)
    for (const { article, text, kept } of lines) {
      const citing = Object.entries(preset.rules).filter(
        ([rule]) => isRuleId(rule) && RULES[rule].sources.some((source) => source.article === article),
      )
      expect([article, keepersOf(kept).sort()]).toEqual([article, citing.map(sayRule).sort()])
      expect([article, text.length > 0 && kept.length > 0]).toEqual([article, true])
    }
  },
)
test.each(seeds.map((preset) => [preset.id, preset] as const))(
  'G15 %s given its rules, then each cites a line that is there and says what is quoted',
  (_id, preset) => {
    const lines = new Map(linesOf(preset).map(({ article, text }) => [article, plain(text)]))
    for (const rule of Object.keys(preset.rules)) {
      const cited = (isRuleId(rule) ? RULES[rule].sources : []).filter(({ article }) => lines.has(article))
      expect([rule, cited.length > 0]).toEqual([rule, true])
      for (const { article, quote } of cited)
        for (const part of quote.split('……')) {
          expect([rule, article, lines.get(article)?.includes(plain(part))]).toEqual([rule, article, true])
        }
    }
  },
)
test('G15 given every line of a seed’s preset, then none is cited that is not in the tables', () => {
  const articles = new Set(seeds.flatMap(linesOf).map(({ article }) => article))
  const seedOf = (article: string) => seeds.find(({ id }) => new RegExp(`^${id}[ .(]`).test(article))
  for (const { sources } of Object.values(RULES))
    for (const { article } of sources)
      if (seedOf(article)) expect([article, articles.has(article)]).toEqual([article, true])
})
test.each(PRESETS.filter(({ seed }) => !seed).map((preset) => [preset.id, preset] as const))(
  'G15 %s given our own preset, then the page names its rules and parameters',
  (_id, preset) => {
    const written = sectionOf(preset).trim().split(' · ').sort()
    expect(written).toEqual(Object.entries(preset.rules).map(sayRule).sort())
  },
)
