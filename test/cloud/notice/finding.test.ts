// Decides that notices are found by words, kind, child, class and state: only those one may read.
import { limits, type Input, type NoticePage } from '@class-pact/core/contract'
import {
  CLASS,
  HEAD_TEACHER,
  OTHER_CLASS,
  OTHER_HEAD_TEACHER,
  PRINCIPAL,
  SCHOOL,
  TEACHER,
  aNotice,
  anOuting,
  childId,
  givenSchool,
  keyOf,
  motherOf,
  type GivenSchool,
} from '../given-school'

const CHILD = childId(CLASS, 0)
const MOTHER = motherOf(CHILD)
const NEIGHBOUR = motherOf(childId(CLASS, 1))
const OTHER_MOTHER = motherOf(childId(OTHER_CLASS, 0))
const FAMILY = keyOf('guardian', CHILD)
const HEAD = keyOf('head_teacher', CLASS)
const LEADER = keyOf('principal', SCHOOL)

type Narrowed = Omit<Input<'notice.list'>, 'identity'>
const titles = ({ rows }: NoticePage) => rows.map(({ title }) => title)

describe('given notices of every kind and standing in two classes', () => {
  let school: GivenSchool
  beforeAll(async () => {
    school = await givenSchool()
    const say = async (who: string, draft: Parameters<typeof aNotice>[0]) => {
      await school.advance(61_000)
      return (await school.get(who, 'notice.publish', aNotice(draft))).noticeId
    }
    await say(HEAD_TEACHER, { title: '秋季运动会安排', body: '请给孩子穿ＡＢＣ牌运动鞋（白色），带水。' })
    await say(HEAD_TEACHER, {
      ...anOuting({ title: '参观科技馆', body: '周五去市科技馆，八点在操场集合，请穿校服。' }),
    })
    await say(HEAD_TEACHER, {
      title: '给您家的话',
      body: '孩子最近常常咬笔，方便时请来谈谈。',
      audience: { to: 'child', classId: CLASS, childId: childId(CLASS, 1) },
    })
    const taken = await say(HEAD_TEACHER, { title: '图书角开放', body: '欢迎带一本绘本来交换。' })
    await school.get(HEAD_TEACHER, 'notice.withdraw', { noticeId: taken, reason: '日期写错了' })
    await say(OTHER_HEAD_TEACHER, {
      title: '三1班种植角',
      body: '请带一个小花盆和向日葵种子。',
      audience: { to: 'classes', classIds: [OTHER_CLASS] },
    })
    await say(PRINCIPAL, {
      title: '全校消防演练',
      body: '周四上午演练，请提醒孩子不要慌。',
      audience: { to: 'school', schoolId: SCHOOL },
    })
    await school.tick()
  })
  afterAll(() => school.stop())

  const find = async (openid: string, identity: string, narrowed: Narrowed) =>
    titles(await school.get(openid, 'notice.list', { identity, ...narrowed }))

  test.each([
    ['a word of the title', '运动会', ['秋季运动会安排']],
    ['a word of the body', '操场集合', ['参观科技馆']],
    ['the sender', '语文王老师', ['参观科技馆', '图书角开放', '秋季运动会安排']],
    ['half-width for full-width', 'abc牌运动鞋(白色)', ['秋季运动会安排']],
    ['the office of the school', '李校长', ['全校消防演练']],
    ['blanks around the words', '  消防演练 ', ['全校消防演练']],
    ['nothing that is there', '游泳', []],
  ])('N12 a family finds by %s', async (_how, words, found) => {
    expect((await find(MOTHER, FAMILY, { words })).sort()).toEqual([...found].sort())
  })

  test.each(['.*', '(运|动)会', '[运]', '^', '$', '.', '\\d', '(((((a+)+)+)+)+$', '{"$gt":""}', '$where', '*', '\\'])(
    'N12 the sign %j means nothing but itself, for anybody',
    async (words) => {
      for (const [who, identity] of [
        [MOTHER, FAMILY],
        [HEAD_TEACHER, HEAD],
        [PRINCIPAL, LEADER],
      ] as const) {
        expect(await find(who, identity, { words })).toEqual([])
      }
    },
  )

  test('N12 N16 a search finds nothing of another family, of another class, or of a withdrawn text', async () => {
    for (const words of ['咬笔', '给您家的话', '向日葵', '三1班种植角', '绘本']) {
      expect([words, await find(MOTHER, FAMILY, { words })]).toEqual([words, []])
    }
    // That it was withdrawn everybody may know; and its own family finds what is private.
    expect(await find(MOTHER, FAMILY, { words: '图书角' })).toEqual(['图书角开放'])
    expect(await find(NEIGHBOUR, keyOf('guardian', childId(CLASS, 1)), { words: '咬笔' })).toEqual(['给您家的话'])
    expect(await find(OTHER_MOTHER, keyOf('guardian', childId(OTHER_CLASS, 0)), { words: '向日葵' })).toEqual([
      '三1班种植角',
    ])
  })

  test('N12 C24 staff find by words what they may read: their class’s, never a colleague’s private letter', async () => {
    expect(await find(HEAD_TEACHER, HEAD, { words: '咬笔' })).toEqual(['给您家的话'])
    expect(await find(TEACHER, keyOf('teacher', CLASS), { words: '咬笔' })).toEqual([])
    expect(await find(TEACHER, keyOf('teacher', CLASS), { words: '科技馆' })).toEqual(['参观科技馆'])
    expect(await find(HEAD_TEACHER, HEAD, { words: '向日葵' })).toEqual([])
    expect(await find(PRINCIPAL, LEADER, { words: '咬笔' })).toEqual([])
    expect(await find(PRINCIPAL, LEADER, { words: '向日葵' })).toEqual(['三1班种植角'])
  })

  test('N12 a child or a class of somebody else narrows to nothing, never to more', async () => {
    expect(await find(MOTHER, FAMILY, { childId: childId(CLASS, 1) })).toEqual([])
    expect(await find(MOTHER, FAMILY, { childId: childId(CLASS, 1), words: '咬笔' })).toEqual([])
    expect(await find(HEAD_TEACHER, HEAD, { classId: OTHER_CLASS })).toEqual([])
    expect((await find(MOTHER, FAMILY, { childId: CHILD })).length).toBe(4)
    expect((await find(PRINCIPAL, LEADER, { classId: OTHER_CLASS })).sort()).toEqual(
      ['三1班种植角', '全校消防演练'].sort(),
    )
  })

  test('N12 kinds and states narrow the list of a family, of a class and of the school', async () => {
    expect(await find(MOTHER, FAMILY, { kind: 'outing' })).toEqual(['参观科技馆'])
    expect(await find(MOTHER, FAMILY, { state: 'withdrawn' })).toEqual(['图书角开放'])
    const noticeId =
      (await school.get(MOTHER, 'notice.list', { identity: FAMILY, kind: 'outing' })).rows[0]?.noticeId ?? ''
    await school.get(MOTHER, 'slip.sign', { noticeId, classId: CLASS, childId: CHILD, version: 1, typedName: '王芳' })
    expect(await find(MOTHER, FAMILY, { state: 'signed' })).toEqual(['参观科技馆'])
    expect((await find(MOTHER, FAMILY, { state: 'waiting' })).sort()).toEqual(['全校消防演练', '秋季运动会安排'].sort())
    expect(await find(HEAD_TEACHER, HEAD, { state: 'signed' })).toEqual([])
    expect(await find(HEAD_TEACHER, HEAD, { state: 'waiting', kind: 'outing' })).toEqual(['参观科技馆'])
    expect(await find(HEAD_TEACHER, HEAD, { state: 'withdrawn' })).toEqual(['图书角开放'])
    expect(await find(PRINCIPAL, LEADER, { state: 'withdrawn' })).toEqual(['图书角开放'])
    expect(await find(PRINCIPAL, LEADER, { state: 'waiting', words: '演练' })).toEqual(['全校消防演练'])
  })

  test('N12 input without measure is refused', async () => {
    const ask = (narrowed: object) =>
      school.ask(MOTHER, 'notice.list', { identity: FAMILY, ...narrowed } as Input<'notice.list'>)
    for (const narrowed of [
      { words: '长'.repeat(limits.SEARCH_MAX + 1) },
      { words: { $regex: '.*' } },
      { words: ['咬笔'] },
      { state: { $ne: 'x' } },
      { childId: { $gt: '' } },
      { state: 'everything' },
    ]) {
      expect(await ask(narrowed)).toMatchObject({ ok: false, error: { code: 'INPUT_INVALID' } })
    }
  })

  test('N12 overdue and what waits for its hour are found, each by who may see it', async () => {
    await school.at('2026-09-02T21:00:00+08:00')
    expect(await find(MOTHER, FAMILY, { state: 'overdue' })).toEqual([])
    expect(await find(NEIGHBOUR, keyOf('guardian', childId(CLASS, 1)), { state: 'overdue' })).toEqual(['参观科技馆'])
    expect(await find(HEAD_TEACHER, HEAD, { state: 'overdue' })).toEqual(['参观科技馆'])
    expect(await find(PRINCIPAL, LEADER, { state: 'overdue' })).toEqual(['参观科技馆'])
    await school.get(HEAD_TEACHER, 'notice.publish', aNotice({ title: '夜里写的' }))
    await school.get(
      PRINCIPAL,
      'notice.publish',
      aNotice({ title: '校长夜里写的', audience: { to: 'school', schoolId: SCHOOL } }),
    )
    expect(await find(HEAD_TEACHER, HEAD, { state: 'queued', words: '夜里' })).toEqual(['夜里写的'])
    expect(await find(PRINCIPAL, LEADER, { state: 'queued' })).toEqual(['校长夜里写的'])
    expect(await find(MOTHER, FAMILY, { words: '夜里' })).toEqual([])
    expect(await find(TEACHER, keyOf('teacher', CLASS), { words: '夜里' })).toEqual([])
  })
})
