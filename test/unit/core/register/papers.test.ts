// Proves that the catalogue keeps S2 and S3 line by line, and sections H and D id by id, as docs/registers.md has them.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { RULES } from '@class-pact/core/pact'
import { REGISTERS, REGISTER_PRESETS, REGISTER_VARIANTS, type Register } from '@class-pact/core/register'

const DOC = readFileSync(join(__dirname, '../../../../docs/registers.md'), 'utf8')
const CATALOGUE: [string, Register][] = Object.entries(REGISTERS)
/** Words and figures only: signs differ between the papers and their copies. */
const plain = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')
const idsOf = (cell: string) => cell.split(', ').filter(Boolean)

/** Rows of the table under a heading, without its head. */
function rowsOf(heading: string): string[][] {
  const [, section = ''] = DOC.split(`\n## ${heading}\n`)
  return (section.split(/\n## /)[0] ?? '')
    .split('\n')
    .filter((row) => row.startsWith('|'))
    .slice(2)
    .map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
}
const PAPERS = ['S3', 'S2', 'S1']
const lines = PAPERS.flatMap(rowsOf).map(([line = '', quote = '', registers = '', reason = '']) => ({
  line,
  quote,
  registers: idsOf(registers),
  reason,
}))
const cites = ({ sources }: Register, line: string) =>
  sources.some(({ seed, article }) => `${seed} ${article}` === line)

test.each(lines.map((entry) => [entry.line, entry] as const))(
  'H D %s given the line, then the registers that cite it stand beside it, or the reason why none does',
  (line, { quote, registers, reason }) => {
    expect(registers).toEqual(CATALOGUE.filter(([, register]) => cites(register, line)).map(([id]) => id))
    expect(quote.length).toBeGreaterThan(0)
    expect([registers.length > 0 || reason.length > 0]).toEqual([true])
  },
)
test('H D given the papers, then no line stands twice, and every paper and every article is there', () => {
  const written = lines.map(({ line }) => line)
  expect(written.filter((line, at) => written.indexOf(line) !== at)).toEqual([])
  const begun = (beginning: string) => written.some((line) => line.startsWith(beginning))
  for (const paper of ['S3 篇1', 'S3 篇2', 'S3 篇3', 'S3 篇4']) expect([paper, begun(paper)]).toEqual([paper, true])
  const tens = ['', '十', '二十']
  const ones = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']
  for (let article = 1; article <= 24; article++) {
    const name = `S2 第${tens[Math.floor(article / 10)] ?? ''}${ones[article % 10] ?? ''}条`
    expect([name, begun(name)]).toEqual([name, true])
  }
})
test('H D given a register’s sources, then every line it cites is in the tables', () => {
  const written = new Set(lines.map(({ line }) => line))
  for (const [id, { sources }] of CATALOGUE)
    for (const { seed, article } of sources)
      if (PAPERS.includes(seed)) expect([id, article, written.has(`${seed} ${article}`)]).toEqual([id, article, true])
})
test('H D given rules of the pact that quote the same papers, then the tables have the same words in the same line', () => {
  const shared = Object.values(RULES)
    .flatMap(({ sources }) => [...sources])
    .filter(({ seed }) => seed === 'S2' || seed === 'S3')
  expect(shared.length).toBeGreaterThan(0)
  for (const { seed, article, quote } of shared)
    for (const part of quote.split('……')) {
      const there = lines.filter((entry) => entry.line.startsWith(seed) && plain(entry.quote).includes(plain(part)))
      // A line of S2 that has no number of its own is named by its heading in the pact.
      const named = there.some(({ line }) => line === article) || !lines.some(({ line }) => line === article)
      expect([article, there.length > 0, named]).toEqual([article, true, true])
    }
})

const ids = (section: string, last: number) =>
  Array.from({ length: last }, (_, at) => `${section}${String(at + 1).padStart(2, '0')}`)
test('H01–H27 D01–D19 given every requirement, then its registers stand beside it, or the reason why it has none', () => {
  const rows = rowsOf('What keeps which requirement')
  expect(rows.map(([requirement]) => requirement)).toEqual([...ids('H', 27), ...ids('D', 19)])
  for (const [requirement = '', registers = '', reason = ''] of rows) {
    const keepers = CATALOGUE.filter(([, { keeps }]) => keeps.includes(requirement)).map(([id]) => id)
    expect([requirement, idsOf(registers)]).toEqual([requirement, keepers])
    expect([requirement, keepers.length > 0 || reason.length > 0]).toEqual([requirement, true])
  }
})
test('H D given a register of families or head teachers, then it keeps something of them and its id is in the document', () => {
  for (const [id, { area, keeps, sources }] of CATALOGUE.filter(([, { area }]) => area === 'home' || area === 'head')) {
    expect([id, keeps.some((requirement) => requirement.startsWith(area === 'home' ? 'H' : 'D'))]).toEqual([id, true])
    expect([id, sources.some(({ seed }) => PAPERS.includes(seed))]).toEqual([id, true])
    expect([id, lines.some(({ registers }) => registers.includes(id))]).toEqual([id, true])
  }
})
test('V15 V17 given the presets and options that the page names, then they are those of the catalogue', () => {
  const presets = rowsOf('Where a school begins').map(([id = '', registers = '']) => [id, idsOf(registers)])
  const named = presets.map(([id]) => id)
  expect(presets).toEqual(
    REGISTER_PRESETS.filter(({ id }) => named.includes(id)).map(({ id, registers }) => [id, Object.keys(registers)]),
  )
  expect(named).toEqual(['primary', 'kindergarten', 's3-1', 's3-3'])
  const say = ([register, values]: [string, Readonly<Record<string, number | string>>]) =>
    [register, ...Object.entries(values).map(([key, value]) => `${key}:${value}`)].join(' ')
  const options = rowsOf('Where the papers disagree').map(([variant, option, , on = '']) => ({
    variant,
    option,
    on: idsOf(on),
  }))
  for (const variant of ['V15', 'V17'] as const)
    expect(options.filter((row) => row.variant === variant)).toEqual(
      REGISTER_VARIANTS[variant].map(({ id, on }) => ({ variant, option: id, on: Object.entries(on).map(say) })),
    )
  expect(options.filter(({ variant }) => variant === 'V20').map(({ option }) => option)).toEqual(
    REGISTER_VARIANTS.V20.map(({ id }) => id),
  )
})
