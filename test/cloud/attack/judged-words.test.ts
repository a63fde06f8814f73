// Proves that names, reasons and notes are judged like posts: what no school may allow does not stand before others.
import {
  CLASS,
  HEAD_TEACHER,
  OTHER_CLASS,
  PRINCIPAL,
  SCHOOL,
  aNotice,
  childId,
  childName,
  givenSchool,
  motherOf,
  newRequestId,
  type GivenSchool,
} from '../given-school'

const CHILD = childId(CLASS, 0)
const RED_PACKET = '抢红包啦，手快有手慢无'
const INSULT = '王老师真是个垃圾'

let school: GivenSchool
beforeAll(async () => {
  school = await givenSchool()
})
afterAll(() => school.stop())
afterEach(() => school.advance(61_000))

const aBoard = async () => {
  const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', aNotice({ replyMode: 'sign' }))
  return {
    noticeId,
    classId: CLASS,
    childId: childId(CLASS, 2),
    way: 'phone',
    at: Date.parse('2026-09-01T10:00:00+08:00'),
  } as const
}
const refusedAt = (field: string, rule: string) => ({ ok: false, error: { code: 'POST_REFUSED', rule, field } })

describe('given words beside an act', () => {
  test('C04 C13 when the reason for a third seat hands out red packets, then it is refused with its rule and nothing is kept', async () => {
    const before = await school.stored('applications')
    const third = { from: 'family', childId: CHILD, reason: RED_PACKET } as const
    expect(await school.ask(motherOf(CHILD), 'seat.request', third)).toMatchObject(refusedAt('reason', 'C13'))
    expect(await school.stored('applications')).toHaveLength(before.length)
  })

  test('C04 C13 when somebody joins under a name that is none, then the field of the name is said', async () => {
    const { token } = await school.get(HEAD_TEACHER, 'invitation.create', { purpose: 'class', classId: CLASS })
    const join = { token, consent: true, relation: 'other', childName: childName(2), guardianName: '抢红包啦' } as const
    expect(await school.ask('o-advert', 'join.guardian', join)).toMatchObject(refusedAt('guardianName', 'C13'))
  })

  test('C04 C13 when a follow-up is noted with them, then the field of the note is said and the line stays open', async () => {
    const line = await aBoard()
    const reply = await school.ask(HEAD_TEACHER, 'slip.followUp', { ...line, told: '外婆', result: RED_PACKET })
    expect(reply).toMatchObject(refusedAt('result', 'C13'))
    const board = await school.get(HEAD_TEACHER, 'board.read', line)
    expect(board.rows.find(({ childId: id }) => id === line.childId)?.followUps).toEqual([])
  })

  test('C04 C08 when a note may hurt somebody, then it stands with the mark that it is doubtful', async () => {
    const line = await aBoard()
    const board = await school.get(HEAD_TEACHER, 'slip.followUp', { ...line, told: '外婆', result: INSULT })
    expect(board.rows.find(({ childId: id }) => id === line.childId)?.followUps).toMatchObject([{ doubted: true }])
  })

  test('C04 when words are plain, then nothing is in their way', async () => {
    const line = await aBoard()
    const note = '外婆说收到，明天带签好的回执来'
    const board = await school.get(HEAD_TEACHER, 'slip.followUp', { ...line, told: '外婆', result: note })
    expect(board.rows.find(({ childId: id }) => id === line.childId)?.followUps).toMatchObject([{ result: note }])
  })
})

describe('given words that say what somebody did', () => {
  test('C04 G19 when a stop is explained by red packets, then it is carried out: who reports one sends none', async () => {
    const stop = { schoolId: SCHOOL, level: 'class', reason: '有人在班里抢红包' } as const
    expect(await school.ask(PRINCIPAL, 'school.stop', stop)).toMatchObject({ ok: true })
    expect(await school.ask(PRINCIPAL, 'school.resume', { schoolId: SCHOOL })).toMatchObject({ ok: true })
  })
})

test('C04 given a call of another class, then its words are not judged before its place: it is FORBIDDEN', async () => {
  const line = await aBoard()
  const asOther = { ...line, classId: OTHER_CLASS, told: '外婆', result: RED_PACKET }
  expect(await school.ask(motherOf(CHILD), 'slip.followUp', asOther, newRequestId())).toMatchObject({
    error: { code: 'FORBIDDEN' },
  })
})
