// Decides that a held post can be kept as evidence: complete, sealed, once (G11, G12).
import type { Evidence } from '@class-pact/core/contract'
import {
  CLASS,
  HEAD_TEACHER,
  OFFICE,
  PRINCIPAL,
  SCHOOL,
  TEACHER,
  aNotice,
  childId,
  givenSchool,
  motherOf,
  newRequestId,
  type GivenSchool,
} from '../given-school'

const MOTHER = motherOf(childId(CLASS, 0))

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool()
})
afterEach(() => school.stop())

const BODY = '请加我微信，周末一起来我家的小店看看。'
const hold = async () => {
  await school.cloud.control('verdicts.set', { suggest: 'review', label: 10001, times: 1 })
  const { noticeId } = await school.get(TEACHER, 'notice.publish', aNotice({ title: '通知', body: BODY }))
  return noticeId
}
const keep = (noticeId: string, who = OFFICE, requestId = newRequestId()) =>
  school.ask(who, 'evidence.keep', { noticeId }, requestId)
const kept = async () => (await school.get(PRINCIPAL, 'evidence.list', { schoolId: SCHOOL })).evidence

test('G11 the evidence has text, author, time, findings, the decision that follows, and the seal that the audit holds', async () => {
  const noticeId = await hold()
  expect(await keep(noticeId)).toEqual({ ok: true, data: {} })
  const { items } = await school.get(PRINCIPAL, 'review.list', { schoolId: SCHOOL })
  expect(items).toMatchObject([{ noticeId, kept: true }])
  await school.get(PRINCIPAL, 'review.decide', { noticeId, decision: 'refuse', words: '不能发广告' })
  await school.tick()

  const [found] = await kept()
  expect(found).toMatchObject({
    ...{ noticeId, title: '通知', body: BODY, author: '数学李老师', role: 'teacher', label: 10001, intact: true },
    ...{ keptBy: '教导处赵老师', decided: { decision: 'refuse', by: '李校长', words: '不能发广告' } },
  })
  expect(JSON.stringify(found)).not.toContain(TEACHER)
  const { rows } = await school.get(PRINCIPAL, 'audit.export', { schoolId: SCHOOL })
  expect(rows.find(({ action }) => action === 'evidence.keep')?.detail).toMatchObject({ digest: found?.digest })
  expect(rows.find(({ action }) => action === 'notice.publish')?.by).toBe(found?.by)
})

test('G11 kept twice, by two at once, or by a call whose answer was lost, it is kept once', async () => {
  const noticeId = await hold()
  await school.cloud.control('faults.set', { target: 'database:modifyDocument:notices', mode: 'fail', times: 3 })
  expect(await keep(noticeId)).toMatchObject({ error: { code: 'TRY_AGAIN' } })
  await school.cloud.control('faults.clear')
  await Promise.all([keep(noticeId, OFFICE), keep(noticeId, PRINCIPAL)])
  await keep(noticeId)
  await school.tick()
  expect(await kept()).toHaveLength(1)
  const { rows } = await school.get(PRINCIPAL, 'audit.export', { schoolId: SCHOOL })
  expect(rows.filter(({ action }) => action === 'evidence.keep')).toHaveLength(1)
})

test('G11 what is kept outlives the author’s account, and a row changed behind the functions’ back shows', async () => {
  const noticeId = await hold()
  await keep(noticeId)
  await school.get(TEACHER, 'person.delete', {})
  expect(await kept()).toMatchObject([{ body: BODY, author: '数学李老师', intact: true }])

  const [row] = await school.stored<Evidence & { _id: string }>('evidence')
  await school.cloud.control('data.import', {
    collection: 'evidence',
    documents: [{ ...row, _id: 'forged', body: '没有写过的话' }],
  })
  expect((await kept()).map(({ intact }) => intact).sort()).toEqual([false, true])
})

test('M14 C24 only leaders keep it, only the principal takes it along, and only what was held', async () => {
  const noticeId = await hold()
  for (const who of [TEACHER, HEAD_TEACHER, MOTHER]) {
    expect(await keep(noticeId, who)).toMatchObject({ error: { code: 'FORBIDDEN' } })
    expect(await school.ask(who, 'evidence.list', { schoolId: SCHOOL })).toMatchObject({ error: { code: 'FORBIDDEN' } })
  }
  expect(await school.ask(OFFICE, 'evidence.list', { schoolId: SCHOOL })).toMatchObject({
    error: { code: 'FORBIDDEN' },
  })
  const out = await school.get(TEACHER, 'notice.publish', aNotice())
  expect(await keep(out.noticeId)).toMatchObject({ error: { code: 'NOTICE_STATE' } })
})
