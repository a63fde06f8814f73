// Proves that a new domain is a folder and no other edit: served, guarded, exported.
import { removeFolder } from '../cloud-process'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AuditRow, PersonCopy, Reply } from '@class-pact/core/contract'
import {
  HEAD_TEACHER,
  newRequestId,
  openHouse,
  openSchool,
  OTHER_HEAD_TEACHER,
  PRINCIPAL,
  seat,
  type House,
} from '../people/house'
import type { Toy } from './folder/toy/contract'

const ROOT = join(__dirname, '..', '..', '..')
const FAMILY = 'o-family'
const STRANGER = 'o-stranger'

let folder: string
let house: House
let childId: string
let schoolId: string

/** Functions built with the folder of the toy domain beside those of the house, and a database that has its collection. */
beforeAll(async () => {
  mkdirSync(join(ROOT, 'dist'), { recursive: true })
  folder = mkdtempSync(join(ROOT, 'dist', 'toy-'))
  const outdir = join(folder, 'cloudfunctions')
  const build = `import('./scripts/build.mjs').then(({ buildFunctions }) => buildFunctions(${JSON.stringify({
    outdir,
    domains: [join(__dirname, 'folder')],
  })}))`
  const { status, stderr } = spawnSync(process.execPath, ['-e', build], { cwd: ROOT, encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, ''])

  const databaseDir = join(folder, 'database')
  cpSync(join(ROOT, 'database'), databaseDir, { recursive: true })
  const file = join(databaseDir, 'collections.json')
  const collections = JSON.parse(readFileSync(file, 'utf8')) as object[]
  writeFileSync(file, JSON.stringify([...collections, { name: 'toys', rule: 'ADMINONLY', indexes: [] }]))

  house = await openHouse({ functionsDir: outdir, databaseDir })
  const school = await openSchool(house)
  schoolId = school.schoolId
  const classId = school.classes['一（1）班'] ?? ''
  const { members } = await house.get(HEAD_TEACHER, 'class.members', { classId })
  childId = members[0]?.childId ?? ''
  await seat(house, FAMILY, classId, childId)
})

afterAll(async () => {
  await house.cloud.stop()
  removeFolder(folder)
})

async function ask<Data>(openid: string, action: string, input: unknown): Promise<Reply<Data>> {
  const data = { action, requestId: newRequestId(), input }
  const { result } = await house.cloud.call<Reply<Data>>(openid, 'api', data)
  return result ?? { ok: false, error: { code: 'TRY_AGAIN' } }
}

test('given a domain that is only a folder, then it is served, guarded, exported, audited and forgotten', async () => {
  const forbidden = { ok: false, error: { code: 'FORBIDDEN' } }
  expect(await ask(STRANGER, 'toy.keep', { childId, says: '小熊' })).toMatchObject(forbidden)
  expect(await ask(HEAD_TEACHER, 'toy.keep', { childId, says: '小熊' })).toMatchObject(forbidden)
  expect(await ask(FAMILY, 'toy.keep', { childId, says: '' + '熊'.repeat(21) })).toMatchObject({
    error: { code: 'INPUT_INVALID', field: 'says' },
  })
  const kept = await ask<{ toyId: string }>(FAMILY, 'toy.keep', { childId, says: '小熊' })
  const toyId = kept.ok ? kept.data.toyId : ''
  const toy: Toy = { toyId, says: '小熊' }
  expect(await ask(FAMILY, 'toy.read', { toyId })).toEqual({ ok: true, data: toy })
  expect(await ask(HEAD_TEACHER, 'toy.read', { toyId })).toEqual({ ok: true, data: toy })
  for (const openid of [OTHER_HEAD_TEACHER, PRINCIPAL, STRANGER]) {
    expect(await ask(openid, 'toy.read', { toyId })).toMatchObject(forbidden)
  }
  expect(await ask(FAMILY, 'toy.read', { toyId: 'no-such-toy' })).toMatchObject(forbidden)

  const copy = await ask<PersonCopy & { toys: string[] }>(FAMILY, 'person.export', {})
  expect(copy).toMatchObject({ ok: true, data: { toys: ['小熊'] } })

  await house.cloud.control('timers.run')
  const audit = await ask<{ rows: AuditRow[] }>(PRINCIPAL, 'audit.export', { schoolId })
  const rows = audit.ok ? audit.data.rows : []
  expect(rows.filter(({ action }) => action === 'toy.keep')).toMatchObject([
    { said: '放好玩具', target: `toys/${toyId}` },
  ])
  // Every act that has happened has its words.
  expect(rows.filter(({ said }) => said === undefined)).toEqual([])

  expect(await ask(FAMILY, 'person.delete', {})).toMatchObject({ ok: true })
  expect(await house.stored('toys')).toEqual([])
})
