// Proves which remarks are too much alike, and that a draw of families is fair and can be drawn again.
import fc from 'fast-check'
import { alikeTexts, drawFamilies } from '@class-pact/core/register'

const REMARK =
  '张小明同学性格开朗，待人有礼貌，上课认真听讲，积极举手发言，作业书写工整，能够按时完成，希望新的学期多读课外书，把字写得更好。'
const OTHERS = [
  '你喜欢在花坛边看蚂蚁搬家，也愿意把看到的讲给大家听。算术有进步，写字时再慢一点，竖就直了。',
  '这学期你当了图书角的管理员，书总是摆得整整齐齐。和同桌吵架以后会先说对不起，老师很为你高兴。',
  '你跑步快，运动会上为班里拿了分。早上常常来不及吃早饭，请和家里商量，早十分钟起床。',
]
const numbered = (texts: readonly string[]) => texts.map((text, index) => ({ id: `k${index}`, text }))

describe('remarks', () => {
  test('D07 given a copy, also with other blanks and punctuation, then each is named with the other', () => {
    const copy = REMARK.replace(/，/g, ', ').replace(/。/g, '！')
    expect(alikeTexts(numbered([REMARK, OTHERS[0] ?? '', copy]))).toEqual([
      { id: 'k0', like: 'k2' },
      { id: 'k2', like: 'k0' },
    ])
  })

  test('D07 given a remark in which only the name is another, then it is a copy', () => {
    expect(alikeTexts(numbered([REMARK, REMARK.replace('张小明', '欧阳思远')]))).toHaveLength(2)
  })

  test('D07 given remarks that were written for each child, then none is named', () => {
    expect(alikeTexts(numbered([REMARK, ...OTHERS]))).toEqual([])
    const half = REMARK.slice(0, 30) + (OTHERS[1] ?? '').slice(0, 35)
    expect(alikeTexts(numbered([REMARK, half]))).toEqual([])
  })

  test('D07 given texts that say nothing, then they are like none; one character is like itself', () => {
    expect(alikeTexts(numbered(['', ' ', '。。', '好', '很好']))).toEqual([])
    expect(alikeTexts(numbered(['好', '好。']))).toHaveLength(2)
  })

  test('D07 given several that are alike, then the most alike is named', () => {
    const near = REMARK.replace('张小明', '李华')
    expect(alikeTexts(numbered([near, REMARK, `${REMARK}！`]))).toEqual([
      { id: 'k0', like: 'k1' },
      { id: 'k1', like: 'k2' },
      { id: 'k2', like: 'k1' },
    ])
  })

  test('D07 given any texts, then who is like whom does not hang on their order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(REMARK, ...OTHERS, REMARK.replace('张小明', '李华')), { maxLength: 6 }),
        (texts) => {
          const idsOf = (of: ReturnType<typeof numbered>) =>
            alikeTexts(of)
              .map(({ id }) => id)
              .sort()
          expect(idsOf(numbered(texts))).toEqual(idsOf(numbered(texts).reverse()))
        },
      ),
    )
  })

  test('D07 given 80 different remarks of 1,000 characters, then all are looked at within a second', () => {
    const long = Array.from({ length: 80 }, (_, n) =>
      Array.from({ length: 1_000 }, (_, at) => String.fromCharCode(0x4e00 + ((at * (n + 7) * 31) % 3_000))).join(''),
    )
    const began = performance.now()
    expect(alikeTexts(numbered([...long.slice(0, 79), long[0] ?? '']))).toHaveLength(2)
    expect(performance.now() - began).toBeLessThan(1_000)
  })
})

describe('a draw of families', () => {
  const families = (count: number) => Array.from({ length: count }, (_, n) => `f${String(n).padStart(3, '0')}`)
  const anyIds = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { maxLength: 60 })

  test('H04 given 43 families, then 13 are drawn, and the same seed draws them again in any order', () => {
    const drawn = drawFamilies('2026-11-30 三（2）班', families(43), 30)
    expect(drawn).toHaveLength(13)
    expect(new Set(drawn).size).toBe(13)
    expect(drawFamilies('2026-11-30 三（2）班', families(43).reverse(), 30)).toEqual(drawn)
    expect(drawFamilies('2026-12-01 三（2）班', families(43), 30)).not.toEqual(drawn)
  })

  test('H04 given a draw that is kept for years, then its seed still draws the same families', () => {
    expect(drawFamilies('seed', families(10), 30)).toEqual(['f000', 'f003', 'f009'])
  })

  test('H04 given any families and share, then at least that share of them is drawn, nobody twice, nobody else', () => {
    fc.assert(
      fc.property(fc.string(), anyIds, fc.integer({ min: 0, max: 100 }), (seed, ids, percent) => {
        const drawn = drawFamilies(seed, ids, percent)
        expect(drawn.length * 100).toBeGreaterThanOrEqual(ids.length * percent)
        expect((drawn.length - 1) * 100).toBeLessThan(Math.max(ids.length * percent, 1))
        expect(new Set(drawn).size).toBe(drawn.length)
        expect(drawn.every((id) => ids.includes(id))).toBe(true)
        expect(drawFamilies(seed, [...ids].reverse(), percent)).toEqual(drawn)
      }),
    )
  })

  test('H04 given 4,000 draws, then every family and every pair is drawn about as often as any other', () => {
    const [of, draws] = [families(20), 4_000]
    const counts = new Map<string, number>()
    for (let n = 0; n < draws; n++) {
      const drawn = drawFamilies(`draw ${n}`, of, 30)
      const pairs = drawn.flatMap((one, at) => drawn.slice(at + 1).map((other) => `${one} ${other}`))
      for (const key of [...drawn, ...pairs]) counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    // Six of twenty: 0.3 each, 30 of 380 each pair; five standard deviations either way.
    const isFair = (count: number, chance: number) =>
      Math.abs(count - draws * chance) < 5 * Math.sqrt(draws * chance * (1 - chance))
    expect(counts.size).toBe(20 + 190)
    for (const [key, count] of counts)
      expect([key, isFair(count, key.includes(' ') ? 30 / 380 : 0.3)]).toEqual([key, true])
  })
})
