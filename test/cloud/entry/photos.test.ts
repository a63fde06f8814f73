// Proves that nobody but who took it sees a photo of an entry before WeChat has let it pass (C04).
import { HEAD_TEACHER, PRINCIPAL, SCHOOL } from '../given-school'
import { aJpeg, aPng, uploadAs } from '../uploads'
import { dataOf, givenRegisters, type Registers } from './given-registers'

const OWN = 'own:1'
const DEFINITION = {
  ...({ title: '板报', about: 'class', fills: 'head_teacher', signs: 'principal', period: 'event', times: 1 } as const),
  questions: [
    { id: 'photo', type: 'photo' as const, label: '照片', required: true, most: 2 },
    { id: 'ink', type: 'signature' as const, label: '签名', required: false },
  ],
}

let school: Registers
beforeEach(async () => {
  school = await givenRegisters([], { own: { [OWN]: DEFINITION } })
})
afterEach(() => school.stop())

const write = async () => {
  const answers = [
    { question: 'photo', files: [await uploadAs(school, HEAD_TEACHER, 'answer', aJpeg())] },
    { question: 'ink', files: [await uploadAs(school, HEAD_TEACHER, 'signature', aPng())] },
  ]
  return dataOf(await school.write(HEAD_TEACHER, { register: OWN, answers })).entryId ?? ''
}
const seenBy = async (who: string, entryId: string) => {
  const { parts, urls = {}, held } = await school.get(who, 'entry.read', { schoolId: SCHOOL, entryId })
  const [photo = '', ink = ''] = parts[0]?.done?.at(-1)?.answers.flatMap(({ files = [] }) => files) ?? []
  return { photo: photo in urls, ink: ink in urls, held: held?.[photo] }
}

test('C04 given a photo of an entry that is being checked, then it is said to wait, and shown to others once it has passed', async () => {
  await school.cloud.control('media.hold', { held: true })
  const entryId = await write()
  expect(await seenBy(PRINCIPAL, entryId)).toEqual({ photo: false, ink: true, held: 'pending' })
  expect(await seenBy(HEAD_TEACHER, entryId)).toEqual({ photo: true, ink: true, held: 'pending' })
  await school.cloud.control('media.release')
  expect(await seenBy(PRINCIPAL, entryId)).toEqual({ photo: true, ink: true, held: undefined })
})

test.each(['risky', 'review'])(
  'C04 given a photo of an entry that WeChat calls %s, then no other reader ever gets it',
  async (suggest) => {
    await school.cloud.control('media.hold', { held: true })
    await school.cloud.control('verdicts.set', { media: { suggest } })
    const entryId = await write()
    await school.cloud.control('media.release')
    expect(await seenBy(PRINCIPAL, entryId)).toEqual({ photo: false, ink: true, held: 'doubted' })
    // Nor by another call that answers with the sheet.
    const signed = dataOf(await school.part(PRINCIPAL, { entryId, part: 'sign', version: 1, answers: [] }))
    expect(Object.keys(signed.urls ?? {})).toHaveLength(1)
  },
)

test('C04 given a photo that is added when an entry is mended, then it waits by itself, and the first stays open', async () => {
  const entryId = await write()
  await school.cloud.control('media.release')
  await school.cloud.control('media.hold', { held: true })
  const [kept = ''] = (await school.kept())[0]?.parts['fill']?.[0]?.answers[0]?.files?.map(({ fileId }) => fileId) ?? []
  const fresh = await uploadAs(school, HEAD_TEACHER, 'answer', aJpeg(700))
  const answers = [{ question: 'photo', files: [kept, fresh] }]
  dataOf(await school.write(HEAD_TEACHER, { register: OWN, entryId, version: 1, answers }))
  const { urls = {}, held = {} } = await school.get(PRINCIPAL, 'entry.read', { schoolId: SCHOOL, entryId })
  expect([kept in urls, Object.values(held)]).toEqual([true, ['pending']])
  await school.cloud.control('media.release')
  expect((await school.get(PRINCIPAL, 'entry.read', { schoolId: SCHOOL, entryId })).held).toBeUndefined()
})
