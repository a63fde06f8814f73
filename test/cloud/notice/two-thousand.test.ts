// Decides that a class's two thousand notices are all there, page by page, and that a page stays quick (N12, N14).
import type { NoticePage } from '@class-pact/core/contract'
import {
  CLASS,
  HEAD_TEACHER,
  MORNING,
  PRINCIPAL,
  SCHOOL,
  anOuting,
  childId,
  givenSchool,
  keyOf,
  motherOf,
  type GivenSchool,
} from '../given-school'

const CHILD = childId(CLASS, 0)
const MOTHER = motherOf(CHILD)
const NOW = Date.parse(MORNING)
const FAMILY = keyOf('guardian', CHILD)
const HEAD = keyOf('head_teacher', CLASS)
const LEADER = keyOf('principal', SCHOOL)

describe('given 2,000 notices of a class', () => {
  const NOTICES = 2_000
  let school: GivenSchool
  beforeAll(async () => {
    school = await givenSchool()
    await school.get(HEAD_TEACHER, 'notice.publish', anOuting({ deadline: undefined }))
    const [slip] = await school.stored<object>('slips')
    const [notice] = await school.stored<object>('notices')
    for (let from = 0; from < NOTICES; from += 250) {
      const some = Array.from({ length: 250 }, (_, index) => from + index)
      const standing = (index: number) => ({
        publishedAt: NOW - (index + 1) * 60_000,
        important: index % 500 === 499,
        state: index % 500 === 499 ? 'running' : 'closed',
      })
      const search = (index: number) => ({
        line: `第${index}份 语文王老师`,
        body: index === 1_999 ? '最后一份里的话' : '正文',
      })
      await school.cloud.control('data.import', {
        collection: 'slips',
        documents: some.map((index) => ({
          ...slip,
          ...standing(index),
          ...{ _id: `many-${index}.${CLASS}`, noticeId: `many-${index}`, title: `第${index}份`, search: search(index) },
        })),
      })
      await school.cloud.control('data.import', {
        collection: 'notices',
        documents: some.map((index) => ({
          ...notice,
          ...standing(index),
          ...{ _id: `many-${index}`, state: 'published', search: search(index), duty: undefined },
        })),
      })
    }
  })
  afterAll(() => school.stop())

  const rowsRead = async () => {
    const { actions } = await school.cloud.control<{ actions: Record<string, { rowsRead: number }> }>('counters.read')
    return actions['notice.list']?.rowsRead ?? 0
  }

  test.each([
    ['family', MOTHER, FAMILY],
    ['head teacher', HEAD_TEACHER, HEAD],
    ['principal', PRINCIPAL, LEADER],
  ])('N12 N14 the %s walks to the last of them, each once', async (_who, openid, identity) => {
    const seen = new Set<string>()
    let before: string | undefined
    let first: NoticePage | undefined
    do {
      await school.cloud.control('counters.reset')
      const page = await school.get(openid, 'notice.list', { identity, ...(before !== undefined && { before }) })
      first ??= page
      // A later page reads its own rows: those of two lists, and one more of each.
      if (page !== first && openid === MOTHER) expect(await rowsRead()).toBeLessThanOrEqual(3 * 21)
      for (const { noticeId } of page.rows) {
        expect(seen.has(noticeId)).toBe(false)
        seen.add(noticeId)
      }
      before = page.next
    } while (before !== undefined)
    expect(seen.size).toBe(NOTICES + 1)
    expect(first?.total).toBe(NOTICES + 1)
  })

  test('N14 the four that wait unsigned stand on top, with the newest', async () => {
    const { rows } = await school.get(MOTHER, 'notice.list', { identity: FAMILY })
    expect(rows.slice(0, 5).every(({ important, state }) => important && state === 'published')).toBe(true)
    expect(rows[5]).toMatchObject({ title: '第0份' })
  })

  test('N12 the oldest is found by its words, through an index of the class', async () => {
    await school.cloud.control('counters.reset')
    const page = await school.get(MOTHER, 'notice.list', { identity: FAMILY, words: '最后一份里的话' })
    expect(page.rows.map(({ title }) => title)).toEqual(['第1999份'])
    const { actions, scans } = await school.cloud.control<{
      actions: Record<string, { database: Record<string, number>; rowsRead: number }>
      scans: unknown[]
    }>('counters.read')
    expect(scans).toEqual([])
    expect(
      Object.values(actions['notice.list']?.database ?? {}).reduce((sum, count) => sum + count, 0),
    ).toBeLessThanOrEqual(3)
  })
})
