// Proves that PDFs go out with a notice only as what they are, after a person has looked, and only to who may read it.
import { createHash } from 'node:crypto'
import type { NoticeDraft } from '@class-pact/core/contract'
import type { NoticeDoc } from '../../../cloudfunctions/domains/notice/documents'
import { aPdf } from '../../pdf'
import {
  CLASS,
  HEAD_TEACHER,
  OFFICE,
  OTHER_CLASS,
  OTHER_HEAD_TEACHER,
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
import { aJpeg, putFile, uploadAs } from '../uploads'

const CHILD = childId(CLASS, 0)
const MOTHER = motherOf(CHILD)
const OTHER_MOTHER = motherOf(childId(OTHER_CLASS, 0))
const MB = 1024 * 1024
const TO_SCHOOL = { to: 'school', schoolId: SCHOOL } as const

let school: GivenSchool
beforeAll(async () => {
  school = await givenSchool()
})
afterAll(() => school.stop())
/** At most five posts a minute are allowed (C03). */
afterEach(() => school.advance(61_000))

const put = (content: Buffer, who = PRINCIPAL) => uploadAs(school, who, 'document', content)
const named = (fileIds: string[], name = '告家长书.pdf') => fileIds.map((fileId) => ({ fileId, name }))
const publish = (documents: NoticeDraft['documents'], who = PRINCIPAL, draft: Partial<NoticeDraft> = {}) =>
  school.ask(who, 'notice.publish', aNotice({ documents, audience: TO_SCHOOL, ...draft }))
const ofClass: Partial<NoticeDraft> = { audience: { to: 'classes', classIds: [CLASS] } }
const published = async (content = aPdf(), name?: string) => {
  const reply = await publish(named([await put(content)], name))
  if (!reply.ok) throw new Error(JSON.stringify(reply.error))
  return reply.data.noticeId
}
const read = (noticeId: string, who = MOTHER, classId = CLASS) => school.get(who, 'notice.read', { noticeId, classId })
const noticeOf = async (noticeId: string) =>
  (await school.stored<NoticeDoc>('notices')).find(({ _id }) => _id === noticeId)
const files = async () => (await school.cloud.control<{ files: { path: string }[] }>('files.list')).files
const pathOf = (fileId: string) => fileId.replace(/^cloud:\/\/[^/]+\//, '')
const bytesOf = async (url: string) => Buffer.from(await (await fetch(url)).arrayBuffer())

describe('given a leader’s notice with a PDF', () => {
  test('C04 it goes out, and a family opens what was checked under the name that it was given', async () => {
    const content = aPdf([], { end: '%%EOF' })
    const noticeId = await published(content, '秋季运动会方案.pdf')
    await school.tick()
    const { documents = [], state } = await read(noticeId)
    expect(state).toBe('published')
    expect(documents).toMatchObject([{ name: '秋季运动会方案.pdf', bytes: content.length }])
    expect(await bytesOf(documents[0]?.url ?? '')).toEqual(content)
  })

  test('C04 it lies in the notice’s own folder with digest and owner, and the upload is gone', async () => {
    const content = aPdf([], { end: '%%EOF' })
    const uploaded = await put(content)
    const reply = await publish(named([uploaded]))
    const notice = await noticeOf(reply.ok ? reply.data.noticeId : '')
    expect(notice?.documents).toMatchObject([
      { digest: createHash('sha256').update(content).digest('hex'), type: 'pdf', owner: PRINCIPAL },
    ])
    expect(notice?.draft.documents?.[0]?.fileId).toContain(`kept/notices/${notice?._id}/`)
    expect((await files()).map(({ path }) => path)).not.toContain(pathOf(uploaded))
  })

  test('C04 three of ten megabytes go out', async () => {
    const large = () => put(aPdf([], { filler: 10 * MB - 2_000 }))
    const reply = await publish(named([await large(), await large(), await large()]))
    expect(reply).toMatchObject({ data: { state: 'published' } })
  })

  test('C04 its address opens for minutes and is nobody’s without the notice', async () => {
    const noticeId = await published()
    await school.tick()
    const { documents = [] } = await read(noticeId)
    const [{ fileId = '', url = '' } = {}] = documents
    expect((await fetch(url)).status).toBe(200)
    await school.advance(11 * 60_000)
    expect((await fetch(url)).status).toBe(403)
    expect((await fetch(`${school.cloud.url}/cos/${pathOf(fileId)}`)).status).toBe(403)
    const body = JSON.stringify({ openid: MOTHER, fileList: [fileId] })
    const answer = await fetch(`${school.cloud.url}/gateway/temp-url`, { method: 'POST', body })
    expect(await answer.json()).toMatchObject({ fileList: [{ fileID: fileId, status: -503002 }] })
  })

  test('N16 after a withdrawal no family gets it, and its author still sees what it was', async () => {
    const noticeId = await published()
    await school.tick()
    await school.get(PRINCIPAL, 'notice.withdraw', { noticeId, reason: '日期写错了' })
    expect(await read(noticeId)).not.toHaveProperty('documents')
    expect((await read(noticeId, PRINCIPAL)).documents).toHaveLength(1)
  })

  test('G18 the same call again answers the same with one copy', async () => {
    const draft = aNotice({ documents: named([await put(aPdf())]), audience: TO_SCHOOL })
    const requestId = newRequestId()
    const first = await school.ask(PRINCIPAL, 'notice.publish', draft, requestId)
    expect(first).toMatchObject({ ok: true })
    expect(await school.ask(PRINCIPAL, 'notice.publish', draft, requestId)).toEqual(first)
  })

  test('G18 documents take no database call', async () => {
    const documents = named([await put(aPdf(), HEAD_TEACHER)])
    await school.cloud.control('counters.reset')
    expect(await publish(documents, HEAD_TEACHER, ofClass)).toMatchObject({ data: { state: 'held' } })
    expect(await school.databaseCalls('notice.publish')).toBeLessThanOrEqual(4)
  })
})

describe('given a teacher’s notice with a PDF', () => {
  test('C04 a leader looks at it first: opens it, lets it through, and then the families have it', async () => {
    const reply = await publish(named([await put(aPdf(), TEACHER)], '春游须知.pdf'), TEACHER, ofClass)
    expect(reply).toMatchObject({ data: { state: 'held', verdict: 'hold' } })
    const { reasons = [], noticeId = '' } = reply.ok ? reply.data : {}
    expect(reasons.find(({ rule }) => rule === 'C04')).toMatchObject({ spans: [{ field: 'documents' }] })
    const { items } = await school.get(OFFICE, 'review.list', { schoolId: SCHOOL })
    const [document] = items.find((each) => each.noticeId === noticeId)?.documents ?? []
    expect(document).toMatchObject({ name: '春游须知.pdf' })
    expect((await bytesOf(document?.url ?? '')).toString('latin1')).toContain('%PDF-')
    await school.get(OFFICE, 'review.decide', { noticeId, decision: 'approve' })
    await school.tick()
    expect(await read(noticeId)).toMatchObject({ state: 'published', documents: [{ name: '春游须知.pdf' }] })
  })

  test('C24 what goes to one family is between it and the teacher', async () => {
    const audience = { to: 'child', classId: CLASS, childId: CHILD } as const
    const reply = await publish(named([await put(aPdf(), TEACHER)]), TEACHER, { audience })
    expect(reply).toMatchObject({ data: { state: 'published' } })
  })

  test('G01 what came back goes out again with the PDF it had; nobody else takes that PDF', async () => {
    const held = await publish(named([await put(aPdf(), TEACHER)]), TEACHER, ofClass)
    const noticeId = held.ok ? held.data.noticeId : ''
    await school.get(OFFICE, 'review.decide', { noticeId, decision: 'return', words: '请写清时间' })
    const { draft } = await read(noticeId, TEACHER)
    const kept = draft?.documents ?? []
    expect(await publish(kept, HEAD_TEACHER, ofClass)).toMatchObject({
      error: { code: 'INPUT_INVALID', field: 'documents.0.fileId' },
    })
    expect(await publish(kept, TEACHER, ofClass)).toMatchObject({ data: { state: 'held' } })
  })

  test('G11 evidence has a copy of its own, sealed with its digest and name', async () => {
    const held = await publish(named([await put(aPdf(), TEACHER)], '须知.pdf'), TEACHER, ofClass)
    const noticeId = held.ok ? held.data.noticeId : ''
    await school.get(OFFICE, 'evidence.keep', { noticeId })
    const { evidence } = await school.get(PRINCIPAL, 'evidence.list', { schoolId: SCHOOL })
    const kept = evidence.find((each) => each.noticeId === noticeId)
    expect(kept).toMatchObject({ intact: true, documents: [{ name: '须知.pdf' }] })
    expect(kept?.documents?.[0]?.fileId).toContain(`kept/evidence/${kept?.evidenceId}/`)
    expect((await bytesOf(kept?.documents?.[0]?.url ?? '')).length).toBe(kept?.documents?.[0]?.bytes)
  })
})

describe('given a file that is none of the caller’s PDFs', () => {
  test.each<[string, () => Promise<string>]>([
    ['a colleague’s upload', () => put(aPdf(), HEAD_TEACHER)],
    [
      'a document of a notice of another author',
      async () => {
        const held = await publish(named([await put(aPdf(), TEACHER)]), TEACHER, ofClass)
        const notice = await noticeOf(held.ok ? held.data.noticeId : '')
        return notice?.draft.documents?.[0]?.fileId ?? ''
      },
    ],
    ['a photo', () => uploadAs(school, PRINCIPAL, 'photo', aPdf())],
    ['a roster', () => uploadAs(school, PRINCIPAL, 'roster', aPdf(), SCHOOL)],
    ['a file of another environment', async () => (await put(aPdf())).replace('local-env.', 'other-env.')],
    ['a way around', async () => (await put(aPdf())).replace('/document/', '/photo/../document/')],
  ])('N16 %s is refused, and the field is named', async (_, given) => {
    expect(await publish(named([await given()]))).toMatchObject({
      error: { code: 'INPUT_INVALID', field: 'documents.0.fileId' },
    })
  })

  test('N16 a document is no photo, and the same one is not named twice', async () => {
    const fileId = await put(aJpeg())
    expect(await publish([], PRINCIPAL, { photos: [fileId] })).toMatchObject({
      error: { code: 'INPUT_INVALID', field: 'photos.0' },
    })
    const pdf = await put(aPdf())
    expect(await publish(named([pdf, pdf]))).toMatchObject({
      error: { code: 'INPUT_INVALID', field: 'documents.1.fileId' },
    })
  })

  test.each<[string, () => Buffer, string]>([
    ['a program under a new name', () => Buffer.concat([Buffer.from('MZ\x90\0'), Buffer.alloc(4_000)]), 'kind'],
    ['a photo', () => aJpeg(), 'kind'],
    ['half a PDF', () => aPdf([], { end: '' }), 'kind'],
    ['ten megabytes and a byte', () => aPdf([], { filler: 10 * MB - aPdf([], { filler: 1 }).length + 2 }), 'size'],
    ['one with a password', () => aPdf([], { end: '<< /Encrypt 4 0 R >>\n%%EOF' }), 'password'],
    ['one with a script', () => aPdf(['<< /S /JavaScript /JS (app.alert(1)) >>']), 'active'],
    ['one with a file in it', () => aPdf(['<< /Type /EmbeddedFile >>']), 'active'],
  ])('C04 %s is refused with what is wrong with it', async (_, content, why) => {
    const documents = named([await put(aPdf()), await put(content())])
    expect(await publish(documents)).toMatchObject({
      error: { code: 'DOCUMENT_REFUSED', field: 'documents.1.fileId', facts: { why } },
    })
  })

  test('C04 one that is not there any more is refused', async () => {
    const gone = (await put(aPdf())).replace(/.{24}$/, 'x'.repeat(24))
    expect(await publish(named([gone]))).toMatchObject({ error: { code: 'DOCUMENT_REFUSED', facts: { why: 'gone' } } })
  })

  test('M14 a family has no place for documents', async () => {
    expect(await school.ask(MOTHER, 'upload.prepare', { purpose: 'document', count: 1 })).toMatchObject({
      error: { code: 'FORBIDDEN' },
    })
    const path = `uploads/${'a'.repeat(24)}/document/${'b'.repeat(24)}.exe`
    expect(await putFile(school.cloud.url, TEACHER, path, aPdf())).toMatchObject({ error: { errCode: -503002 } })
  })
})

describe('given a document’s name', () => {
  test.each(['程序.exe', '.pdf', 'a/b.pdf', `${'长'.repeat(47)}.pdf`, ''])('C04 %s is refused', async (name) => {
    expect(await publish([{ fileId: await put(aPdf()), name }])).toMatchObject({
      error: { code: 'INPUT_INVALID', field: 'documents.0.name' },
    })
  })

  test('C04 what it says is judged with the rest, and WeChat is asked about it', async () => {
    const name = '拼团买绘本满十人成团.pdf'
    expect(await publish([{ fileId: await put(aPdf()), name }])).toMatchObject({
      error: { code: 'POST_REFUSED', rule: 'C15' },
    })
    await school.cloud.control('verdicts.set', { suggest: 'risky', label: 20008, times: 1 })
    expect(await publish(named([await put(aPdf())]))).toMatchObject({ error: { code: 'POST_REFUSED' } })
  })
})

test('N16 nobody of another class, and no stranger, gets a class’s document', async () => {
  const held = await publish(named([await put(aPdf(), TEACHER)]), TEACHER, ofClass)
  const noticeId = held.ok ? held.data.noticeId : ''
  for (const [who, classId] of [
    [OTHER_MOTHER, OTHER_CLASS],
    [OTHER_MOTHER, CLASS],
    [OTHER_HEAD_TEACHER, CLASS],
    ['o-stranger', CLASS],
    [MOTHER, CLASS],
  ] as const) {
    expect(await school.ask(who, 'notice.read', { noticeId, classId })).toMatchObject({ error: { code: 'FORBIDDEN' } })
  }
})
