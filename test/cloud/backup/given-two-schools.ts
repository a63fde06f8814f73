// Decides how a test gets an environment that is worth a backup: the demo school with some life, and a neighbour.
import { createHash } from 'node:crypto'
import collections from '../../../database/collections.json'
import * as demo from '../../../demo'
import { settleSchool } from '../../../local/settle-school'
import type { CloudProcess } from '../cloud-process'
import { NOW, openHouse, type House } from '../people/house'
import { aPng, uploadAs } from '../uploads'

export const SCHOOL = 'demo-school'
export const CLASS = 'demo-class-3-2'
export const CHILD = 'demo-class-3-2-23'
export const NOTICE = 'demo-outing'
export const NEIGHBOUR = 'neighbour'
const noTrail = { trail: [], audited: 0, trailOpen: false }

const { people } = demo.buildDemo(Date.parse(NOW))
const openidOf = (label: string) => people.find((person) => person.label === label)?.openid ?? ''
export const MOTHER = openidOf('张小明妈妈')
export const TEACHER = openidOf('语文王老师')
export const PRINCIPAL = openidOf('李校长')

/** A mother has signed, a duty waits, the audit is chained; she also has a child at the neighbour's, and a mute in each. */
export async function givenTwoSchools(): Promise<House> {
  const house = await openHouse()
  const { cloud } = house
  await settleSchool(cloud.url, demo, true)
  for (const [collection, document] of Object.entries(NEIGHBOURS)) {
    await cloud.control('data.import', { collection, documents: [document] })
  }
  for (const [collection, document] of Object.entries(BUREAU)) {
    await cloud.control('data.import', { collection, documents: [document] })
  }
  const signature = await uploadAs(house, MOTHER, 'signature', aPng())
  const signing = { noticeId: NOTICE, classId: CLASS, childId: CHILD, version: 1, signature }
  await house.get(MOTHER, 'slip.sign', signing)
  await cloud.control('timers.run', { name: 'scheduler', times: 3 })
  return house
}

const BUREAU_OPENID = 'o-bureau'
const seat = (_id: string) => ({
  ...{ _id, schoolName: '学校', state: 'seated', bureau: { words: '教育局' }, openid: BUREAU_OPENID },
  ...{ bureauId: 'bureau-1', since: 0, ...noTrail },
})
/** The bureau sits over the school, with an account that is no school's; what it wrote came here as a letter. */
const BUREAU: Record<string, object> = {
  bureau_seats: seat(SCHOOL),
  people: {
    ...{ _id: BUREAU_OPENID, consentAt: 0, consentVersion: 1, credits: {}, updatedAt: 0 },
    identities: [],
  },
  bureau_notices: { _id: 'bureau-notice-1', bureauId: 'bureau-1', bureau: '教育局', sentAt: 0 },
  bureau_letters: {
    ...{ _id: 'bureau-letter-1', bureauNoticeId: 'bureau-notice-1', schoolId: SCHOOL, state: 'declined' },
    ...{ bureau: '教育局', title: { words: '防汛' }, body: { words: '今天放学早' }, sentAt: 0, ...noTrail },
  },
}

/** One document of each kind that is not the demo school's. */
const NEIGHBOURS: Record<string, object> = {
  schools: {
    ...{ _id: NEIGHBOUR, name: '隔壁小学', kind: 'primary', calendar: { rest: [], school: [] } },
    ...{ principals: [{ openid: 'o-neighbour', name: '孙平' }], createdAt: 0, toldOn: '2099-01-01', ...noTrail },
  },
  classes: {
    _id: 'neighbour-1',
    schoolId: NEIGHBOUR,
    name: '一（1）班',
    order: 1,
    teachers: [],
    roster: [],
    ...noTrail,
  },
  children: {
    ...{ _id: 'neighbour-1-1', schoolId: NEIGHBOUR, classId: 'neighbour-1', no: '1', name: '邻居孩子', contacts: [] },
    ...{ guardians: [{ openid: MOTHER, relation: 'mother', card: '邻居孩子妈妈', since: 0 }], ...noTrail },
  },
  bureau_seats: seat(NEIGHBOUR),
  deliveries: {
    ...{ _id: 'x:o-neighbour', schoolId: NEIGHBOUR, about: 'x', openid: 'o-neighbour' },
    state: 'sent',
    at: 0,
  },
  uploads: { _id: 'uploads/somebody/photo/1', openid: MOTHER, at: 0, expiresAt: Date.parse('2099-01-01') },
}

export type Documents = Record<string, Record<string, unknown>[]>

/** Everything in an environment. */
export async function everything(cloud: CloudProcess): Promise<Documents> {
  const read = collections.map(async ({ name }) => {
    const { documents } = await cloud.control<{ documents: Documents[string] }>('data.export', { collection: name })
    return [name, documents] as const
  })
  return Object.fromEntries(await Promise.all(read))
}

const idOf = ({ _id }: Record<string, unknown>) => String(_id)
export const sorted = (documents: Documents[string] = []) => [...documents].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1))

/** Digests of the files by their paths. */
export async function filesOf(cloud: CloudProcess, fileIds: string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const fileId of fileIds) {
    const [{ tempFileURL }] = await linksOf(cloud, [fileId])
    const content = Buffer.from(await (await fetch(encodeURI(tempFileURL))).arrayBuffer())
    found.set(fileId.replace(/^cloud:\/\/[^/]+\//, ''), createHash('sha256').update(content).digest('hex'))
  }
  return found
}

async function linksOf(cloud: CloudProcess, fileIds: string[]): Promise<[{ tempFileURL: string }]> {
  const body = JSON.stringify({
    action: 'storage.batchGetDownloadUrl',
    file_list: fileIds.map((fileid) => ({ fileid })),
  })
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${cloud.url}/admin?env=local-env`, { method: 'POST', headers, body })
  const { data } = (await response.json()) as { data: { download_list: [{ tempFileURL: string }] } }
  return data.download_list
}

/** Every file id in some documents, however deep. */
export const fileIdsIn = (documents: Documents): string[] =>
  [...new Set(JSON.stringify(documents).match(/cloud:\/\/[\w./:-]+/g) ?? [])].sort()
