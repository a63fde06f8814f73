// Decides whether the reader stays what it may be: a guess beside the rules that softens or asks, never refuses.
import fc from 'fast-check'
import { createJudge } from '../../../../core/judge/judge'
import { BUCKETS, SPEAKERS, featuresOf } from '../../../../core/judge/reader/features'
import { LEARNT } from '../../../../core/judge/reader/learnt'
import { createReader, type Reader, type Reading } from '../../../../core/judge/reader/reader'
import { DENSE_STEPS, DIGITS } from '../../../../core/judge/reader/weights'
import { readSubject } from '../../../../core/judge/subject'
import { judge, type JudgeContext, type Post } from '@class-pact/core/judge'
import { type RuleId } from '@class-pact/core/pact'
import { ROSTER, at, pactOf } from './judging'

const CONTEXT: JudgeContext = { roster: ROSTER, calendar: { rest: [], school: [] }, commentsOpen: true }
const NOW = at('2026-09-09', '10:00')
const primary = pactOf('primary', 'G02')
const comment = (body: string): Post => ({ role: 'guardian', kind: 'comment', body, audience: 'class' })
const notice = (body: string, more: Partial<Post> = {}): Post => ({
  role: 'teacher',
  kind: 'notice',
  title: '通知',
  body,
  noticeKind: 'notice',
  audience: 'class',
  ...more,
})
const reads =
  (guess: Reading['guess'], rule: RuleId): Reader =>
  () => {
    const isHonest = guess === 'honest' || guess === 'harmless'
    return {
      ...{ guess, score: 0, rule },
      isHonestAt: () => isHonest,
      isHonestThroughout: () => isHonest,
      locate: () => ({ start: 0, end: 2 }),
    }
  }

describe('a guess', () => {
  it('C10 given a post no rule stops that reads like an advert, when judged, then a person looks at it first', () => {
    const { verdict, reasons } = createJudge(reads('breach', 'C10'))(comment('今天天气真好'), CONTEXT, primary, NOW)
    expect(verdict).toBe('hold')
    expect(reasons.find(({ rule }) => rule === 'C10')).toMatchObject({
      verdict: 'hold',
      spans: [{ field: 'body', start: 0, end: 2 }],
    })
  })

  it('C24 given a post that reads like one child’s matter, when judged, then the sender is told, not stopped', () => {
    const { verdict } = createJudge(reads('breach', 'C24'))(notice('今天天气真好'), CONTEXT, primary, NOW)
    expect(verdict).toBe('warn')
  })

  it('C20 given a school that allows homework, when a post reads like homework, then nothing is said', () => {
    const open = pactOf('open')
    const { reasons } = createJudge(reads('breach', 'C20'))(notice('今天天气真好'), CONTEXT, open, NOW)
    expect(reasons.map(({ rule }) => rule)).not.toContain('C20')
  })

  it('C17 given a school without any appeals, when a post reads like one, then its own rule is cited', () => {
    const strict = pactOf('strict')
    const { reasons } = createJudge(reads('breach', 'C16'))(notice('今天天气真好'), CONTEXT, strict, NOW)
    expect(reasons.map(({ rule }) => rule)).toContain('C17')
  })

  it('C13 given words of a rule in a post that reads honest, when judged, then the sender is only warned', () => {
    const post = comment('来抢红包啦')
    expect(createJudge(reads('breach', 'C13'))(post, CONTEXT, primary, NOW).verdict).toBe('refuse')
    const { verdict, reasons } = createJudge(reads('honest', 'C13'))(post, CONTEXT, primary, NOW)
    expect({ verdict, rules: reasons.map(({ rule }) => rule) }).toEqual({ verdict: 'warn', rules: ['C13'] })
  })

  it('C13 given the same in a post like none that breaks a rule, when judged, then nobody is bothered', () => {
    expect(createJudge(reads('harmless', 'C13'))(comment('来抢红包啦'), CONTEXT, primary, NOW).reasons).toEqual([])
  })

  it('C28 given an ID number, when the post reads harmless, then it is refused all the same', () => {
    const post = notice('张小明的身份证号是11010519491231002X')
    expect(createJudge(reads('harmless', 'C28'))(post, CONTEXT, primary, NOW).verdict).toBe('refuse')
  })

  it('C09 given what frightens a child, when its family tells the teacher, then no person has to let it through', () => {
    const told = '老师，有个高年级的说放学要堵他，孩子不敢走侧门'
    const letter: Post = { role: 'guardian', kind: 'private', body: told, audience: 'child' }
    expect(createJudge(reads('honest', 'C09'))(letter, CONTEXT, primary, NOW).verdict).toBe('warn')
    expect(createJudge(reads('harmless', 'C09'))(comment(told), CONTEXT, primary, NOW).verdict).toBe('hold')
  })

  it('C18 given two rules that refuse a post, when it reads like breaking one, then that one speaks first', () => {
    const post = notice('恭喜张小明数学考了98分，李思涵97分！')
    const first = (rule: RuleId) => createJudge(reads('unsure', rule))(post, CONTEXT, primary, NOW).reasons[0]?.rule
    expect([first('C18'), first('P05')]).toEqual(['C18', 'P05'])
  })

  it('C13 given a harmless beginning, when a red packet follows in its own sentence, then it is refused all the same', () => {
    const post = notice('明天下午4点放学。大家快来抢红包，名额有限。')
    expect(judge(post, CONTEXT, primary, NOW).verdict).toBe('refuse')
  })

  it('C09 given a threat, when the rest of the post reads honest, then a person still looks at it', () => {
    const post = comment('再不给处理，明天我就带人堵校门，看谁耗得过谁')
    expect(createJudge(reads('honest', 'C09'))(post, CONTEXT, primary, NOW).verdict).toBe('hold')
  })

  it('C28 given an ID number, when the post reads honest, then it is refused all the same', () => {
    const post = notice('张小明的身份证号是11010519491231002X')
    expect(createJudge(reads('honest', 'C28'))(post, CONTEXT, primary, NOW).verdict).toBe('refuse')
  })

  it('C12 given a link nobody allowed, when the post reads honest, then it is refused all the same', () => {
    const post = comment('看看 www.example.net/a')
    expect(createJudge(reads('honest', 'C12'))(post, CONTEXT, primary, NOW).verdict).toBe('refuse')
  })
})

describe('the reader', () => {
  const read = createReader(LEARNT)
  const reading = (post: Post) => read(readSubject(post, CONTEXT, primary, NOW))

  it('C10 given an advert without a price or a trade word, when read, then it scores above a question about a bus', () => {
    const advert = reading(comment('我表姐新开的店，咱班家长过去报我名字，给大家底价，欢迎来看看'))
    const question = reading(comment('请问校车几点到学校门口，孩子在哪里上车？'))
    expect(advert.score).toBeGreaterThan(question.score)
    expect(question.guess).not.toBe('breach')
  })

  it('C22 given two rosters, when the same words name another child, then the reading is the same', () => {
    const [first, second] = ['张小明', '李思涵'].map((name) => reading(notice(`${name}今天又在走廊里追跑`)).score)
    expect(first).toBe(second)
  })

  it('C29 given any text, when read, then there is one finite reading, and no refusal comes of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (body) => {
        const subject = readSubject(comment(body), CONTEXT, primary, NOW)
        const { score, locate } = read(subject)
        expect(Number.isFinite(score)).toBe(true)
        const { start, end } = locate()
        expect(start).toBeLessThanOrEqual(end)
        expect(featuresOf(subject).buckets.every((bucket) => bucket >= 0 && bucket < BUCKETS)).toBe(true)
        const withoutRules = { ...primary, rules: { C10: {} } }
        expect(judge(comment(body), CONTEXT, withoutRules, NOW).verdict).not.toBe('refuse')
      }),
      { numRuns: 200 },
    )
  })

  it('C29 given weights as they are packed, when unpacked, then a bucket says what was written', () => {
    const steps = (each: number) => DIGITS.charAt(each + DENSE_STEPS * each).repeat(BUCKETS / 2)
    const thresholds = Array.from({ length: SPEAKERS }, () => ({ breachFrom: 1, honestUnder: -1, harmlessUnder: -2 }))
    const packed = { thresholds, rules: { C10: { bias: 0, step: 1, cells: '' } } }
    const flat = createReader({ ...packed, breach: { bias: 0.5, step: 1, cells: steps((DENSE_STEPS - 1) / 2) } })
    const loud = createReader({ ...packed, breach: { bias: 0.5, step: 1, cells: steps(DENSE_STEPS - 1) } })
    const subject = readSubject(comment('你好'), CONTEXT, primary, NOW)
    expect(flat(subject)).toMatchObject({ score: 0.5, guess: 'unsure', rule: 'C10' })
    expect(loud(subject).guess).toBe('breach')
  })
})
