// Proves that what domains say of themselves is so: their collections are in the database, every act has words.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Row } from '@class-pact/core/contract'
import type { Manifest } from '../../../cloudfunctions/common/call/manifest'
import collections from '../../../database/collections.json'
import { ACTIONS } from '../../actions'

const DOMAINS = join(__dirname, '../../../cloudfunctions/domains')
const folders = readdirSync(DOMAINS)
const manifests = folders.map(
  (folder) => jest.requireActual<{ manifest: Manifest }>(join(DOMAINS, folder, 'manifest.ts')).manifest,
)
const sourceOf = (folder: string, file: string) => {
  const path = join(DOMAINS, folder, file)
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}
const stored = manifests.flatMap((manifest) =>
  Object.entries(manifest.collections).map(([name, each]) => ({ ...each, name, domain: manifest.name })),
)
const hasIndex = (collection: string, index: string) =>
  collections.some(({ name, indexes }) => name === collection && indexes.some((each) => each.name === index))

test('given every folder, then its manifest has its name, and together they have every action once', () => {
  expect(manifests.map(({ name }) => name)).toEqual(folders)
  const names = manifests.flatMap(({ rows }) => Object.keys(rows))
  expect([...names].sort()).toEqual(Object.keys(ACTIONS).sort())
})

test('given the collections of all domains, then they are those of the database, each in one domain', () => {
  expect(stored.map(({ name }) => name).sort()).toEqual(collections.map(({ name }) => name).sort())
})

test.each(stored)('given $name, then trails and duties are found by an index', ({ name, trailed, dutied }) => {
  expect({ trailed: hasIndex(name, 'trail_open'), dutied: hasIndex(name, 'duty_due') }).toEqual({
    trailed: trailed === true,
    dutied: dutied !== undefined,
  })
})

test.each(stored)('given $name, then its domain has steps, a copy and a way to forget as it says', (each) => {
  const { domain, dutied, personal } = each
  if (dutied) expect(sourceOf(dutied === true ? domain : dutied.by, 'steps.ts')).toMatch(/runDuties/)
  // The person's own document is copied and removed by the action itself.
  if (domain === 'person') return
  if (personal?.copied === true) expect(sourceOf(domain, 'personal.ts')).toMatch(/\bcopy\b/)
  expect(personal?.forgotten === 'at once' ? sourceOf(domain, 'personal.ts') : 'forget').toMatch(/\bforget\b/)
})

test('G12 given every act that a source names, then the audit has words for it', () => {
  const words = new Set(manifests.flatMap(({ acts }) => Object.keys(acts)))
  const named = folders.flatMap((folder) =>
    readdirSync(join(DOMAINS, folder)).flatMap((file) =>
      [...sourceOf(folder, file).matchAll(/(?:noteAct\(|finishing\(|\baction: )[^\n]*?'([a-z]+\.[a-zA-Z]+)'/g)].map(
        ([, act = '']) => act,
      ),
    ),
  )
  expect(named.length).toBeGreaterThan(30)
  expect([...new Set(named)].filter((act) => !words.has(act))).toEqual([])
})

/** About the caller alone: no child, class or school is named. */
const ABOUT_SELF = ['reminders.accept', 'reminders.choose', 'upload.prepare', 'notice.publish']

test('M14 given every action that is no door, then its row says where its caller needs a role', () => {
  const rows = Object.entries(ACTIONS) as [string, Row][]
  const open = rows.filter(
    ([name, { roles, scope }]) => roles !== 'anyone' && scope === 'self' && !ABOUT_SELF.includes(name),
  )
  expect(open.map(([name]) => name)).toEqual([])
})
