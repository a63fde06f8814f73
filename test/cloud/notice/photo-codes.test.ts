// Proves that a QR code in a notice's photo is read and judged as a link, and that nobody is asked to pay by one.
import type { NoticeDraft, NoticePublished, Reply } from '@class-pact/core/contract'
import type { NoticeDoc, VerdictDoc } from '../../../cloudfunctions/domains/notice/documents'
import { asJpeg, asPng, paint, type PaintedCode } from '../../pictures'
import {
  CLASS,
  HEAD_TEACHER,
  OFFICE,
  PRINCIPAL,
  SCHOOL,
  aNotice,
  childId,
  givenSchool,
  newRequestId,
  type GivenSchool,
} from '../given-school'
import { aFee } from './given-kinds'
import { aJpeg, uploadAs } from '../uploads'

const SHOP = 'https://shop.example.com/goods/12345'
const ACCEPTED = 'https://kids.edu.cn/camp'
const TILLS = [
  ['微信', 'wxp://f2f0abcdefghijklmnopq'],
  ['支付宝', 'HTTPS://QR.ALIPAY.COM/FKX12345ABCDEF'],
  ['银联', 'https://qr.95516.com/00010000/62001234567890'],
] as const

let school: GivenSchool
const given = (preset: string) => {
  beforeAll(async () => {
    school = await givenSchool({ preset })
  })
  afterAll(() => school.stop())
  /** At most five posts a minute are allowed (C03). */
  afterEach(() => school.advance(61_000))
}

const PLAIN = asJpeg(paint(800, 600))
const withCode = (text: string, code: Partial<PaintedCode> = {}) => paint(1080, 810, [{ text, ...code }])
const photo = (content: Buffer, who = HEAD_TEACHER) => uploadAs(school, who, 'photo', content)
const publish = async (contents: Buffer[], draft: Partial<NoticeDraft> = {}, who = HEAD_TEACHER) => {
  const photos: string[] = []
  for (const content of contents) photos.push(await photo(content, who))
  return school.ask(who, 'notice.publish', aNotice({ photos, ...draft }))
}
const reasonsOf = (reply: Reply<NoticePublished>) => (reply.ok ? reply.data.reasons : (reply.error.reasons ?? []))
const photosOf = (reply: Reply<NoticePublished>, rule: string) =>
  reasonsOf(reply)
    .find((each) => each.rule === rule)
    ?.spans.map(({ field }) => field)
const keptFiles = async () => {
  const { files } = await school.cloud.control<{ files: { path: string }[] }>('files.list')
  return files.filter(({ path }) => path.startsWith('kept/notices/')).length
}

describe('given the preset for primary schools', () => {
  given('primary')

  test.each([
    ['a JPEG', () => asJpeg(withCode(SHOP))],
    ['a PNG', () => asPng(withCode(SHOP))],
    ['a JPEG, turned', () => asJpeg(withCode(SHOP, { turned: 33 }))],
    [
      'a large photo, small in a corner',
      () => asJpeg(paint(3000, 2250, [{ text: SHOP, square: 3, at: [0.85, 0.15] }])),
    ],
  ])(
    'C12 given a code that leads elsewhere in %s, when it is sent, then it is refused and the photo is named',
    async (_, painted) => {
      const before = [(await school.stored('notices')).length, await keptFiles()]
      const reply = await publish([PLAIN, painted()])
      expect(reply).toMatchObject({ error: { code: 'POST_REFUSED', rule: 'C12' } })
      expect(photosOf(reply, 'C12')).toEqual(['photos.1'])
      expect(reasonsOf(reply)[0]?.wayOut).toEqual(['replace_photo'])
      expect([(await school.stored('notices')).length, await keptFiles()]).toEqual(before)
      expect((await school.stored<VerdictDoc>('verdicts')).at(-1)).toMatchObject({ verdict: 'refuse', rules: ['C12'] })
    },
  )

  test('C12 the other photos are still there: without the one with the code the notice goes on its way', async () => {
    const [good, bad] = [await photo(PLAIN), await photo(asJpeg(withCode(SHOP)))]
    const draft = aNotice({ photos: [good, bad] })
    expect(await school.ask(HEAD_TEACHER, 'notice.publish', draft)).toMatchObject({ error: { rule: 'C12' } })
    const reply = await school.get(HEAD_TEACHER, 'notice.publish', { ...draft, photos: [good] })
    expect(reply.state).toBe('checking')
    await school.advance(31 * 60_000)
    await school.tick()
    const notice = (await school.stored<NoticeDoc>('notices')).find(({ _id }) => _id === reply.noticeId)
    expect(notice?.state).not.toBe('checking')
  })

  test('C12 words that warn of links in the text take nothing back of a code in a photo', async () => {
    const reply = await publish([asJpeg(withCode(SHOP))], { body: '近来诈骗多，请各位家长警惕钓鱼网站。' })
    expect(photosOf(reply, 'C12')).toEqual(['photos.0'])
  })

  test.each(TILLS)(
    'C36 given a payment code of %s, when it is sent, then it is refused with the way out',
    async (_, text) => {
      const reply = await publish([asJpeg(withCode(text))])
      expect(reply).toMatchObject({ error: { code: 'POST_REFUSED', rule: 'C36' } })
      expect(photosOf(reply, 'C36')).toEqual(['photos.0'])
      expect(reasonsOf(reply)[0]?.wayOut).toEqual(['replace_photo', 'fee_notice'])
      expect(photosOf(reply, 'C12')).toBeUndefined()
    },
  )

  test('C36 a notice on a fee carries no payment code either, nor one to a single family, nor a leader’s', async () => {
    const till = asJpeg(withCode(TILLS[0][1]))
    const { photos: _, ...fee } = aFee()
    const toChild = { to: 'child', classId: CLASS, childId: childId(CLASS, 0) } as const
    expect(await publish([till], fee)).toMatchObject({
      error: { rule: 'C36' },
    })
    expect(await publish([till], { audience: toChild })).toMatchObject({ error: { rule: 'C36' } })
    expect(await publish([till], { audience: { to: 'school', schoolId: SCHOOL } }, PRINCIPAL)).toMatchObject({
      error: { rule: 'C36' },
    })
  })

  test('C36 the address of a till in the text is refused too; a warning of one is not', async () => {
    expect(await publish([], { body: '请打开 https://qr.alipay.com/fkx123 查看。' })).toMatchObject({
      error: { rule: 'C36' },
    })
    expect(await publish([], { body: '谨防诈骗，切勿打开 https://qr.alipay.com/fkx123 这类网址。' })).toMatchObject({
      ok: true,
    })
  })

  test('C36 of two codes in one photo each is judged', async () => {
    const both = paint(1600, 1200, [
      { text: SHOP, at: [0.25, 0.3] },
      { text: TILLS[0][1], at: [0.7, 0.7] },
    ])
    const reply = await publish([asJpeg(both)])
    expect([photosOf(reply, 'C36'), photosOf(reply, 'C12')]).toEqual([['photos.0'], ['photos.0']])
  })

  test('C04 a code with words that nobody has checked waits for a person, who is told which photo', async () => {
    const reply = await publish([PLAIN, asJpeg(withCode('三楼图书角'))])
    expect(reply).toMatchObject({ data: { state: 'held' } })
    expect(photosOf(reply, 'C04')).toEqual(['photos.1'])
    const { items } = await school.get(OFFICE, 'review.list', { schoolId: SCHOOL })
    const noticeId = reply.ok ? reply.data.noticeId : ''
    expect(items.find((each) => each.noticeId === noticeId)?.reasons).toMatchObject([{ rule: 'C04', verdict: 'hold' }])
  })

  test('C04 a photo too large to be looked at waits for a person', async () => {
    const reply = await publish([aJpeg(9_000, 7_000)])
    expect(reply).toMatchObject({ data: { state: 'held' } })
    expect(photosOf(reply, 'C04')).toEqual(['photos.0'])
  })

  test('C12 the same call again gets the same refusal', async () => {
    const draft = aNotice({ photos: [await photo(asJpeg(withCode(SHOP)))] })
    const requestId = newRequestId()
    const first = await school.ask(HEAD_TEACHER, 'notice.publish', draft, requestId)
    expect(first).toMatchObject({ error: { rule: 'C12' } })
    expect(await school.ask(HEAD_TEACHER, 'notice.publish', draft, requestId)).toEqual(first)
  })

  test('C12 a code to a host that the school accepts goes out', async () => {
    await school.get(PRINCIPAL, 'pact.adopt', {
      schoolId: SCHOOL,
      ...{ version: 2, effectiveFrom: '2026-09-02', changes: { rules: { C12: { hosts: ['edu.cn'] } } } },
    })
    await school.advance(24 * 3_600_000)
    expect(await publish([asJpeg(withCode(ACCEPTED))])).toMatchObject({ data: { state: 'checking', reasons: [] } })
    expect(await publish([asJpeg(withCode('https://edu.cn@shop.example.com/'))])).toMatchObject({
      error: { rule: 'C12' },
    })
  })
})

describe('given the strict preset', () => {
  given('strict')

  test.each([
    ['a page', ACCEPTED],
    ['a short address', 't.cn/A6abcde'],
    ['another program', 'weixin://dl/business/?t=abc'],
    ['a group', 'https://weixin.qq.com/g/AQYAAabcdef'],
  ])('C11 given a code that leads to %s, when it is sent, then it is refused', async (_, text) => {
    const reply = await publish([asJpeg(withCode(text))])
    expect(reply).toMatchObject({ error: { code: 'POST_REFUSED', rule: 'C11' } })
    expect(photosOf(reply, 'C11')).toEqual(['photos.0'])
  })

  test('C11 a photo without a code is no link', async () => {
    const reply = await publish([PLAIN])
    expect(reply.ok).toBe(true)
    expect(photosOf(reply, 'C11')).toBeUndefined()
  })
})
