// Decides that a notice's documents, kept evidence and printed papers open for whoever may, for minutes (C28).
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
  anOuting,
  childId,
  fatherOf,
  givenSchool,
  motherOf,
  type GivenSchool,
} from '../given-school'
import { aFormNotice } from '../given-form'
import { aPdf } from '../../pdf'
import { patch } from '../talk/given-talk'
import { aJpeg, uploadAs } from '../uploads'

const CHILD = childId(CLASS, 0)
const [FAMILY, REMOVED] = [motherOf(CHILD), fatherOf(CHILD)]
const CLASSMATE = motherOf(childId(CLASS, 1))
const ELSEWHERE = motherOf(childId(OTHER_CLASS, 0))
const STRANGER = 'o-stranger'
const EVERYBODY = [
  ...[FAMILY, REMOVED, CLASSMATE, ELSEWHERE, STRANGER],
  ...[HEAD_TEACHER, TEACHER, OTHER_HEAD_TEACHER, PRINCIPAL, OFFICE],
]
/** Longer than an address opens (cloudfunctions/common/wechat/files.ts). */
const TOO_LATE_MS = 601_000

let school: GivenSchool
let noticeIds: Record<'document' | 'outing' | 'form', string>

/** A guardian is removed and a teacher has gone after all this was there. */
beforeAll(async () => {
  school = await givenSchool()
  const fileId = await uploadAs(school, HEAD_TEACHER, 'document', aPdf())
  const draft = aNotice({ documents: [{ fileId, name: '安排.pdf' }] })
  const published = await school.get(HEAD_TEACHER, 'notice.publish', draft)
  if (published.state === 'held')
    await school.get(PRINCIPAL, 'review.decide', { noticeId: published.noticeId, decision: 'approve' })
  const outing = await school.get(HEAD_TEACHER, 'notice.publish', anOuting())
  const form = await school.get(HEAD_TEACHER, 'notice.publish', aFormNotice())
  noticeIds = { document: published.noticeId, outing: outing.noticeId, form: form.noticeId }

  await school.cloud.control('verdicts.set', { suggest: 'review', label: 10001, times: 1 })
  const photos = [await uploadAs(school, TEACHER, 'photo', aJpeg())]
  const held = await school.get(TEACHER, 'notice.publish', aNotice({ photos }))
  await school.get(OFFICE, 'evidence.keep', { noticeId: held.noticeId })
  await school.tick()

  const children = await school.stored<{ _id: string; guardians: { openid: string }[] }>('children')
  const { guardians = [] } = children.find(({ _id }) => _id === CHILD) ?? {}
  await patch(school, 'children', CHILD, { guardians: guardians.filter(({ openid }) => openid !== REMOVED) })
  const classes = await school.stored<{ _id: string; teachers: { since: number }[] }>('classes')
  const since = classes.find(({ _id }) => _id === CLASS)?.teachers[0]?.since ?? 0
  await school.get(HEAD_TEACHER, 'teacher.remove', { classId: CLASS, teacher: { card: '数学李老师', since } })
}, 180_000)
afterAll(() => school.stop())

type Kind = 'document' | 'evidence' | 'slips' | 'list' | 'answers'

/** All that somebody can ask for about a kind. */
function asksOf(kind: Kind, who: string): Promise<unknown> {
  const at = { noticeId: noticeIds.outing, classId: CLASS }
  switch (kind) {
    case 'document':
      return school.ask(who, 'notice.read', { noticeId: noticeIds.document, classId: CLASS })
    case 'evidence':
      return school.ask(who, 'evidence.list', { schoolId: SCHOOL })
    case 'slips':
    case 'list':
      return school.ask(who, 'board.print', { ...at, as: kind })
    case 'answers':
      return school.ask(who, 'answers.export', { noticeId: noticeIds.form })
  }
}
const linksOf = async (kind: Kind, who: string) =>
  [...JSON.stringify(await asksOf(kind, who)).matchAll(/http[^"]+/g)].map(([url]) => url)
const statusOf = async (url: string) => (await fetch(url)).status

test.each([
  ['document', [FAMILY, CLASSMATE, HEAD_TEACHER, PRINCIPAL, OFFICE]],
  ['evidence', [PRINCIPAL]],
  ['slips', [HEAD_TEACHER]],
  ['list', [HEAD_TEACHER, PRINCIPAL, OFFICE]],
  ['answers', [HEAD_TEACHER, PRINCIPAL, OFFICE]],
] as [Kind, string[]][])(
  'C28 N16 M14 %s: only those who may get an address, and it opens for minutes',
  async (kind, may) => {
    const links: string[] = []
    for (const who of EVERYBODY) {
      const found = await linksOf(kind, who)
      expect([who, found.length > 0]).toEqual([who, may.includes(who)])
      links.push(...found)
    }
    for (const url of links) expect(await statusOf(url)).toBe(200)
    await school.advance(TOO_LATE_MS)
    for (const url of links) expect(await statusOf(url)).toBe(403)
  },
)

test('C28 a printed paper lies in its owner’s folder, from which nobody else gets an address', async () => {
  const [url = ''] = await linksOf('slips', HEAD_TEACHER)
  const { files } = await school.cloud.control<{ files: { path: string }[] }>('files.list')
  const path = files.map((file) => file.path).find((each) => url.includes(each)) ?? ''
  expect(path).toMatch(/^uploads\//)
  const own = await uploadAs(school, HEAD_TEACHER, 'photo', aJpeg())
  const fileId = `${own.split('/').slice(0, 3).join('/')}/${path}`
  for (const openid of EVERYBODY) {
    const body = JSON.stringify({ openid, fileList: [fileId] })
    const response = await fetch(`${school.cloud.url}/gateway/temp-url`, { method: 'POST', body })
    expect(await response.json()).toMatchObject({ fileList: [{ status: -503002 }] })
  }
})
