// Proves that the end of the audit cannot be cut or exchanged unnoticed by whoever holds an earlier end of it (G12).
import { createHash } from 'node:crypto'
import { writeAnchor } from '@class-pact/core/audit'
import { CLASS, HEAD_TEACHER, OFFICE, PRINCIPAL, SCHOOL, aNotice, givenSchool, type GivenSchool } from '../given-school'

const FORGER = 'o-forger'

interface Row {
  _id: string
  schoolId: string
  seq: number
  at: number
  by: string
  role: string
  action: string
  target: string
  detail?: object
  previous: string
  hash: string
}

/** Each way to tamper has a school of its own, so that one cloud holds them all. */
const SCHOOLS = Array.from({ length: 10 }, (_, index) => `forged-${index}`)

let school: GivenSchool
let rows: Row[]
let anchor: string
beforeAll(async () => {
  school = await givenSchool()
  const principals = [{ openid: FORGER, name: '李明' }]
  const [sample] = await school.stored<object>('schools')
  const schools = SCHOOLS.map((_id) => ({ ...sample, _id, principals, office: [] }))
  await school.cloud.control('data.import', { collection: 'schools', documents: schools })
  const principal = { _id: FORGER, consentAt: 0, consentVersion: 1, credits: {} }
  await school.cloud.control('data.import', { collection: 'people', documents: [principal] })
  for (let count = 0; count < 6; count++) {
    await school.get(HEAD_TEACHER, 'class.update', { classId: CLASS, phone: `1380000111${count}` })
  }
  await school.tick()
  anchor = (await school.get(PRINCIPAL, 'audit.export', { schoolId: SCHOOL })).anchor ?? ''
  rows = (await school.stored<Row>('audit')).sort((a, b) => a.seq - b.seq)
})
afterAll(() => school.stop())

const mark = (schoolId: string, by: string) =>
  createHash('sha256')
    .update(JSON.stringify(['member', schoolId, by]))
    .digest('hex')
    .slice(0, 24)
/** What somebody with the database in their hands can make: rows that fit their own seals. */
const seal = (chain: Row[]): Row[] => {
  let hash = ''
  return chain.map((row, index) => {
    const { schoolId, at, by, role, action, target, detail } = row
    const [previous, seq] = [hash, index + 1]
    const sealed = [previous, schoolId, seq, at, mark(schoolId, by), role, action, target, detail ?? null]
    hash = createHash('sha256').update(JSON.stringify(sealed)).digest('hex')
    return { ...row, seq, previous, hash }
  })
}
/** The audit of one of the schools before and after somebody laid hands on it, read with the code from before. */
let used = 0
const afterwards = async (tamper: (all: Row[]) => Row[]) => {
  const schoolId = SCHOOLS[used++] ?? ''
  const before = seal(rows.map((row) => ({ ...row, _id: `${schoolId}/${row._id}`, schoolId })))
  const documents = tamper(before).map((row, index) => ({ ...row, _id: `${schoolId}/${index}` }))
  if (documents.length > 0) await school.cloud.control('data.import', { collection: 'audit', documents })
  const last = before[before.length - 1]
  const held = last ? writeAnchor(last) : ''
  return { held, read: await school.get(FORGER, 'audit.export', { schoolId, anchor: held }) }
}
const forge = (row: Row): Row => ({ ...row, action: 'class.review' })

test('G12 the code names the last row and its seal, and holds while the audit grows', async () => {
  const last = rows[rows.length - 1]
  expect(last && writeAnchor(last)).toBe(anchor)
  const { held, read } = await afterwards((all) => all)
  expect(read).toMatchObject({ intact: true, anchored: 'unbroken', anchor: held })
  await school.get(HEAD_TEACHER, 'notice.publish', aNotice())
  await school.tick()
  const grown = await school.get(PRINCIPAL, 'audit.export', { schoolId: SCHOOL, anchor })
  expect(grown).toMatchObject({ intact: true, anchored: 'unbroken' })
  expect(grown.anchor).not.toBe(anchor)
  const rest = await school.get(PRINCIPAL, 'audit.export', { schoolId: SCHOOL, after: rows.length, anchor })
  expect(rest).toMatchObject({ intact: true, anchored: 'unbroken', anchor: grown.anchor })
})

test.each<[string, (all: Row[]) => Row[], 'cut' | 'forked']>([
  ['the last row is cut', (all) => all.slice(0, -1), 'cut'],
  ['the last three rows are cut', (all) => all.slice(0, -3), 'cut'],
  ['everything is cut', () => [], 'cut'],
  ['it is set back to its first row', (all) => all.slice(0, 1), 'cut'],
  [
    'the end is cut and forged rows stand there',
    (all) => seal([...all.slice(0, -2), ...all.slice(-2).map(forge)]),
    'forked',
  ],
  [
    'it is set back and has grown past its old end',
    (all) => seal([...all.slice(0, 2), ...[...all, ...all].map(forge)]),
    'forked',
  ],
  [
    'everything is written anew with one time changed',
    (all) => seal(all.map((row, at) => (at === 1 ? { ...row, at: row.at + 1 } : row))),
    'forked',
  ],
])('G12 when %s the chain looks whole, and the code shows it', async (_, tamper, anchored) => {
  expect((await afterwards(tamper)).read).toMatchObject({ intact: true, anchored })
})

test('G12 a row that only claims its old seal is found: the seal is calculated anew', async () => {
  const lie = (all: Row[]) => all.map((row) => (row.seq === all.length ? forge(row) : row))
  expect((await afterwards(lie)).read).toMatchObject({ intact: false, brokenAt: rows.length, anchored: 'forked' })
})

test('G12 what is no code is refused, and nobody but the principal asks', async () => {
  for (const code of ['', '7', 'abc', '0-9f3a-0c5e-7d21-88e0-41bc']) {
    const reply = await school.ask(PRINCIPAL, 'audit.export', { schoolId: SCHOOL, anchor: code })
    expect(reply).toMatchObject({ error: { code: 'INPUT_INVALID', field: 'anchor' } })
  }
  expect(await school.ask(OFFICE, 'audit.export', { schoolId: SCHOOL, anchor })).toMatchObject({
    error: { code: 'FORBIDDEN' },
  })
})
