// Decides that no photo that somebody gives keeps where and with what it was taken; which way is up stays (P06, C28).
import { CLASS, HEAD_TEACHER, aNotice, childId, givenSchool, motherOf, type GivenSchool } from '../given-school'
import { aFormNotice } from '../given-form'
import { aTalk } from '../talk/given-talk'
import { aJpeg, uploadAs } from '../uploads'

const CHILD = childId(CLASS, 0)
const FAMILY = motherOf(CHILD)
const PLACE = 'GPS N39.9042 E116.4074'

/** EXIF of a picture that lies on its side (6), and a place behind it. */
function aCameraPhoto(): Buffer {
  const exif = Buffer.concat([
    Buffer.from('Exif\0\0MM\0*\0\0\0\x08\0\x01', 'latin1'),
    Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0]),
    Buffer.from(PLACE),
  ])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(exif.length + 2, 2)
  const plain = aJpeg()
  return Buffer.concat([plain.subarray(0, 2), head, exif, plain.subarray(2)])
}

let school: GivenSchool
beforeAll(async () => {
  school = await givenSchool()
})
afterAll(() => school.stop())

const upload = (who: string, purpose: 'photo' | 'proof' | 'letter' | 'answer') =>
  uploadAs(school, who, purpose, aCameraPhoto())
const checked = async () => {
  await school.advance(5_000)
  await school.tick()
}
/** Each gives a photo, and what its owner then reads. */
const GIVEN: [string, () => Promise<unknown>][] = [
  [
    'a notice',
    async () => {
      const photos = [await upload(HEAD_TEACHER, 'photo')]
      const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', aNotice({ photos }))
      await checked()
      return school.get(FAMILY, 'notice.read', { noticeId, classId: CLASS })
    },
  ],
  [
    'a leave',
    async () => {
      const span = { from: '2026-09-03', fromHalf: 'am', to: '2026-09-03', toHalf: 'pm' } as const
      const proof = [await upload(FAMILY, 'proof')]
      const { leaveId } = await school.get(FAMILY, 'leave.submit', { childId: CHILD, kind: 'fever', span, proof })
      return school.get(FAMILY, 'leave.read', { leaveId })
    },
  ],
  [
    'a letter',
    async () => {
      const photos = [await upload(FAMILY, 'letter')]
      const { talkId } = await school.get(FAMILY, 'talk.open', aTalk({ photos }))
      await checked()
      return school.get(FAMILY, 'talk.read', { talkId })
    },
  ],
  [
    'an answer to a form',
    async () => {
      const question = { id: 'picture', type: 'photo' as const, label: '请拍一张', required: false, most: 3 }
      const form = { questions: [question], per: 'child' as const }
      const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', aFormNotice({ form }))
      await checked()
      const answers = [{ question: 'picture', files: [await upload(FAMILY, 'answer')] }]
      const at = { noticeId, classId: CLASS }
      await school.get(FAMILY, 'slip.answer', { ...at, childId: CHILD, version: 1, form, answers })
      await checked()
      return school.get(FAMILY, 'notice.read', at)
    },
  ],
]

test.each(GIVEN)('P06 C28 the photo of %s is kept without its place, and stands as it stood', async (_, give) => {
  const [url = ''] = /http[^"]+kept\/[^"]+/.exec(JSON.stringify(await give())) ?? []
  const content = Buffer.from(await (await fetch(url)).arrayBuffer()).toString('latin1')
  expect(content).not.toContain('GPS')
  expect(content).toContain('Exif')
  expect(content.length).toBeGreaterThan(1_000)
})
