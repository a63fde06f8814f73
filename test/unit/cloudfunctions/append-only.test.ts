// Decides that no function can change or remove a row of the audit or a verdict: it has no handle for it (G11, G12).
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(__dirname, '..', '..', '..', 'cloudfunctions')
const sources = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => [file.replaceAll('\\', '/'), readFileSync(join(ROOT, file), 'utf8')] as const)

const filesWith = (pattern: RegExp) => sources.filter(([, source]) => pattern.test(source)).map(([file]) => file)

test.each([
  ['audit', 'domains/audit/store.ts'],
  ['verdicts', 'domains/notice/verdicts.ts'],
  ['evidence', 'domains/review/store.ts'],
])('G12 %s is opened in one place, and only to read and to append', (name, store) => {
  expect(filesWith(new RegExp(`openCollection(<\\w+>)?\\('${name}'\\)`))).toEqual([store])
  const [, door = ''] = sources.find(([file]) => file === store) ?? []
  const handles = /Pick<Collection<\w+>, ([^>]+)>/.exec(door)?.[1]?.match(/\w+/g)
  expect(handles?.filter((handle) => !['list', 'insert', 'aggregate'].includes(handle))).toEqual([])
})

test('G12 no function calls a change or a removal on them', () => {
  expect(filesWith(/\b(audit|verdicts|evidence)\s*\.\s*(update|remove|set|delete)\b/)).toEqual([])
})

test('G12 no function reaches the database but through these doors', () => {
  expect(filesWith(/\bdatabase\.collection\(|\.database\(/)).toEqual([
    'common/store/collection.ts',
    'common/store/database.ts',
  ])
})

test('G06 M06 L06 nothing removes a case, a report, an incident or a talk', () => {
  expect(filesWith(/\b(cases|reports|incidents|talks)\s*\.\s*remove\b/)).toEqual([])
})
