// Proves that a family takes along all kept about it and nothing of others, and that its files go with it (M12, G23).
import type { AuditRow } from '@class-pact/core/contract'
import { CLASS, SCHOOL, PRINCIPAL, childId, fatherOf, givenSchool, motherOf, type GivenSchool } from '../given-school'
import { CHILD, MOTHER, audit, files, liveOneDay, settle } from './given-years'

const FATHER = fatherOf(CHILD)
const OTHER = childId(CLASS, 1)
const TEN_MINUTES_MS = 600_000

let school: GivenSchool
let theirs: string[]
beforeAll(async () => {
  school = await givenSchool()
  await liveOneDay(school, '2026-09-02T10:00:00+08:00')
  theirs = (await files(school)).filter((path) => /^kept\/(slips|leaves|talks)\//.test(path))
})
afterAll(() => school?.stop())

const fetchFile = async (url: string) => Buffer.from(await (await fetch(url)).arrayBuffer())

test('M12 a guardian takes along pages to read and the same as data, and the school has it in its trail', async () => {
  const printed = await school.get(MOTHER, 'person.print', {})
  expect([printed.name, printed.dataName]).toEqual(['我的家校约数据.pdf', '我的家校约数据.json'])
  expect((await fetchFile(printed.url)).subarray(0, 5).toString()).toBe('%PDF-')
  const text = (await fetchFile(printed.dataUrl)).toString()
  const data = JSON.parse(text) as Record<string, unknown[]>
  const exported = await school.get(MOTHER, 'person.export', {})
  expect(Object.keys(data).sort()).toEqual(Object.keys(exported).sort())
  for (const part of ['identities', 'signed', 'leaves', 'attendance', 'letters'] as const)
    expect(data[part]?.length).toBeGreaterThan(0)
  for (const foreign of [FATHER, OTHER, motherOf(OTHER)]) expect(text).not.toContain(foreign)
  await settle(school)
  const taken = (rows: AuditRow[]) => rows.filter(({ action }) => action === 'person.print')
  expect(taken((await audit(school)).rows)).toMatchObject([{ said: '导出本人数据', target: `schools/${SCHOOL}` }])
  await school.advance(TEN_MINUTES_MS)
  expect((await fetch(printed.url)).status).not.toBe(200)
})

test('M14 whoever has nothing here gets nothing', async () => {
  expect(await school.ask('o-nobody', 'person.print', {})).toMatchObject({ error: { code: 'FORBIDDEN' } })
})

test('G23 M12 a deletion takes signature, proof and photos of their own from the storage, and of nobody else', async () => {
  expect(theirs).toHaveLength(3)
  const others = (await files(school)).filter((path) => !theirs.includes(path))
  await school.cloud.control('faults.set', { target: 'database:modifyDocument:slips', mode: 'fail', times: 3 })
  await school.ask(MOTHER, 'person.delete', {})
  await school.cloud.control('faults.clear')
  await school.advance(120_000)
  await settle(school)
  expect(await files(school)).toEqual(others)
  const [slip] = await school.stored<{ entries: Record<string, Record<string, unknown>> }>('slips')
  expect(slip?.entries[CHILD]).toMatchObject({ signedAt: expect.any(Number), signatureDigest: expect.any(String) })
  expect(slip?.entries[CHILD]?.['signature']).toBeUndefined()
  const [child] = (await school.stored<{ _id: string; guardians: { openid: string }[] }>('children')).filter(
    ({ _id }) => _id === CHILD,
  )
  expect(child?.guardians.map(({ openid }) => openid)).toEqual([FATHER])
  expect(await school.get(PRINCIPAL, 'purge.read', { schoolId: SCHOOL })).toMatchObject({ done: [] })
})
