// Proves that a letter as schools write them goes out whole, and that only WeChat's message is cut to fit (PC-16).
import { limits } from '@class-pact/core/contract'
import { CLASS, HEAD_TEACHER, aNotice, childId, givenSchool, motherOf, type GivenSchool } from '../given-school'

const TITLE = '关于二〇二七年寒假放假时间及假期安全的致家长一封信'
const ADVICE = [
  '外出走人行道，过马路看清来往车辆，乘车系好安全带。',
  '不玩火，不燃放烟花爆竹，离开家时关好电源和燃气。',
  '不到结冰的河面和池塘玩耍。',
  '饭前便后洗手，少吃零食。',
  '早睡早起，每天阅读半小时。',
]
/** Numbered paragraphs, as many as fit. */
function aBody(length: number): string {
  const lines = Array.from({ length: 400 }, (_, at) => `${at + 1}. ${ADVICE[at % ADVICE.length]}`)
  return lines.join('\n').slice(0, length - 1) + '。'
}

describe('given a head teacher with a letter to the families', () => {
  let school: GivenSchool
  const mother = motherOf(childId(CLASS, 0))
  beforeAll(async () => {
    school = await givenSchool()
    await school.accept(mother, 'notice')
  })
  afterAll(() => school.stop())
  afterEach(() => school.advance(61_000))

  test.each([1_367, 2_500, limits.BODY_MAX])(
    'N02 N03 when its title has 25 characters and its body %d, then it goes out and is read whole',
    async (length) => {
      const body = aBody(length)
      const letter = aNotice({ kind: 'notice', title: TITLE, body })
      const { noticeId, state, reasons } = await school.get(HEAD_TEACHER, 'notice.publish', letter)
      expect([state, TITLE.length > 20, body.length]).toEqual(['published', true, length])
      // Long is said, and sent all the same; of the second one it is said that it is the second.
      expect(reasons.find(({ rule }) => rule === 'N03')).toMatchObject({ verdict: 'warn' })
      const read = await school.get(mother, 'notice.read', { noticeId, classId: CLASS })
      expect([read.title, read.body]).toEqual([TITLE, body.replace(/ $/gm, '')])
    },
  )

  test('N02 when it has gone out, then the message to the phone is cut to twenty characters, and only that', async () => {
    await school.tick(2)
    const { deliveries } = await school.cloud.control<{ deliveries: { data: Record<string, { value: string }> }[] }>(
      'deliveries.list',
    )
    const titles = deliveries.map(({ data }) => data['thing1']?.value ?? '')
    expect(titles.length).toBeGreaterThan(0)
    for (const title of titles) {
      expect(title.length).toBeLessThanOrEqual(20)
      expect(TITLE.startsWith(title.replace(/[.…]+$/, ''))).toBe(true)
    }
  })

  test.each([
    ['title', { title: '信'.repeat(limits.TITLE_MAX + 1) }],
    ['body', { body: '信'.repeat(limits.BODY_MAX + 1) }],
  ])('N02 when its %s is longer than a letter, then that field is named and nothing is kept', async (field, longer) => {
    const before = await school.stored('notices')
    const reply = await school.ask(HEAD_TEACHER, 'notice.publish', aNotice(longer))
    expect(reply).toMatchObject({ error: { code: 'INPUT_INVALID', field } })
    expect(await school.stored('notices')).toHaveLength(before.length)
  })
})
