// Proves that every collection goes as its manifest says, whatever breaks and however many work at once (G23, G18).
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Manifest, Purged } from '../../../cloudfunctions/common/call/manifest'
import collections from '../../../database/collections.json'
import { PRINCIPAL, SCHOOL, givenSchool, type GivenSchool } from '../given-school'
import { HALF_YEAR_NIGHT, WHOLE_YEAR_NIGHT, audit, purge } from './given-years'

const DOMAINS = join(__dirname, '../../../cloudfunctions/domains')
const manifests = readdirSync(DOMAINS).map(
  (folder) => jest.requireActual<{ manifest: Manifest }>(join(DOMAINS, folder, 'manifest.ts')).manifest,
)
type Line = Purged & { from: string; trailed: boolean }
const lines = manifests.flatMap((manifest) =>
  Object.entries(manifest.collections).flatMap(([from, { purged, trailed }]): Line[] =>
    Array.isArray(purged) ? purged.map((each: Purged) => ({ ...each, from, trailed: trailed === true })) : [],
  ),
)

/** More than goes in one batch: a purge that breaks has done some. */
const OLD = 230
const TOGETHER = 'verdicts'

interface Kept {
  _id: string
}

/** What its collection's unique indexes want to be different, is. */
function distinct(from: string, id: string): object {
  const unique = collections.find(({ name }) => name === from)?.indexes.filter((index) => index.unique) ?? []
  return Object.fromEntries(unique.flatMap(({ fields }) => fields.map(([field = '']) => [String(field), id])))
}

/** A document with nothing but what its line asks for. @param last whether its year is over */
function documentOf({ by, as, when, from, trailed }: Line, id: string, isOver: boolean): Kept {
  const day = isOver ? '2027-08-31' : '2027-09-01'
  const value = { instant: Date.parse(`${day}T12:00:00+08:00`), day, year: isOver ? 2027 : 2028 }[as]
  // The roll-up reads the classes of every post that was refused.
  const document: Record<string, unknown> = {
    _id: id,
    ...distinct(from, id),
    schoolId: SCHOOL,
    classIds: [],
    rules: [],
  }
  const wanted = Object.entries(when ?? {}).map(([field, each]): [string, unknown] => [
    field,
    typeof each === 'object' ? 'child' : each,
  ])
  for (const [path, each] of [...wanted, [by, value] as [string, unknown]]) {
    const [first = '', second] = path.split('.')
    document[first] = second ? { ...(document[first] as object | undefined), [second]: each } : each
  }
  return { ...document, ...(trailed && { trail: [], audited: 0, trailOpen: false }) } as unknown as Kept
}

const idOf = (line: Line, end: string) => `${line.from}-${line.by}-${end}`.replaceAll('.', '-')

async function givenLines(): Promise<GivenSchool> {
  const school = await givenSchool()
  for (const line of lines) {
    const count = line.from === TOGETHER ? OLD : 1
    const old = Array.from({ length: count }, (_, index) => documentOf(line, idOf(line, `old-${index}`), true))
    const documents = [...old, documentOf(line, idOf(line, 'young'), false)]
    await school.cloud.control('data.import', { collection: line.from, documents })
  }
  const ballots = ['slips', 'draws'].map((from) => ({
    ...{ _id: `ballot-${from}`, schoolId: SCHOOL, classId: 'class', box: [] },
    noticeId: lines.filter((line) => line.from === from).map((line) => idOf(line, 'old-0'))[0],
  }))
  await school.cloud.control('data.import', { collection: 'ballots', documents: ballots })
  return school
}

const left = async (school: GivenSchool, end: 'old' | 'young') =>
  (
    await Promise.all(
      lines.map(async (line) => {
        const ids = (await school.stored<Kept>(line.from)).map(({ _id }) => _id)
        return ids.filter((id) => id.startsWith(idOf(line, end))).map((id) => `${line.from}/${id}`)
      }),
    )
  ).flat()

const YOUNG = lines.map((line) => `${line.from}/${idOf(line, 'young')}`)
const countOf = (line: Line) => (line.from === TOGETHER ? OLD : 1)

/** What the audit says has gone in all. */
async function told(school: GivenSchool): Promise<Record<string, number>> {
  const { rows, intact } = await audit(school)
  expect(intact).toBe(true)
  const counts: Record<string, number> = {}
  for (const { action, detail = {} } of rows)
    if (action === 'purge.done')
      for (const [name, count] of Object.entries(detail)) if (name !== 'year') counts[name] = Number(count)
  return counts
}

const EXPECTED = lines.reduce<Record<string, number>>(
  (counts, line) => ({ ...counts, [line.from]: (counts[line.from] ?? 0) + countOf(line) }),
  {},
)

let school: GivenSchool
afterEach(() => school?.stop())

test('G23 every collection has a period or a stated reason to stay', () => {
  const purged = manifests.flatMap((manifest) => Object.entries(manifest.collections))
  expect(purged.map(([name]) => name).sort()).toEqual(collections.map(({ name }) => name).sort())
  const unsaid = purged.filter(([, { purged: how }]) => (Array.isArray(how) ? how.length === 0 : !how))
  expect(unsaid).toEqual([])
})

test('G23 of every collection what is over goes in its night, what is not stays, and the audit has each number', async () => {
  school = await givenLines()
  await purge(school, HALF_YEAR_NIGHT)
  await purge(school, WHOLE_YEAR_NIGHT)
  expect(await left(school, 'old')).toEqual([])
  expect((await left(school, 'young')).sort()).toEqual([...YOUNG].sort())
  expect(await school.stored('ballots')).toEqual([])
  expect(await told(school)).toMatchObject(EXPECTED)
})

test.each([
  ['before a batch is named', 'database:modifyDocument:purges', 1],
  ['after it is named', 'database:removeDocument:verdicts', 0],
  ['after it is gone, before it is counted', 'database:modifyDocument:purges', 2],
])('G23 G18 a purge that dies %s goes on, and counts nothing twice', async (_when, target, after) => {
  school = await givenLines()
  await school.at('2028-09-01T02:01:00+08:00')
  await school.tick()
  await school.advance(60_000)
  await school.cloud.control('faults.set', { target, mode: 'wait', times: 1, ...(after && { after }) })
  const running = school.tick().catch(() => undefined)
  await school.untilHit()
  const { dataDir } = school.cloud
  await school.cloud.kill9()
  await running
  school = await givenSchool({ dataDir, now: '2028-09-01T02:10:00+08:00' })
  await purge(school, '2028-09-01T02:20:00+08:00')
  expect(await left(school, 'old')).toEqual([])
  expect((await left(school, 'young')).sort()).toEqual([...YOUNG].sort())
  expect(await told(school)).toMatchObject(EXPECTED)
})

test('G23 of runs that meet one goes on: nothing is counted twice', async () => {
  school = await givenLines()
  await school.at('2028-09-01T02:01:00+08:00')
  for (let minute = 0; minute < 8; minute++) {
    await school.tick(3)
    await school.advance(60_000)
  }
  expect(await left(school, 'old')).toEqual([])
  expect(await told(school)).toMatchObject(EXPECTED)
  const { done } = await school.get(PRINCIPAL, 'purge.read', { schoolId: SCHOOL })
  expect(done).toMatchObject([{ year: 2026, state: 'done' }])
})
