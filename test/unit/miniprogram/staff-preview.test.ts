// Proves the last look before a notice goes out, and that what is said after it is true.
import type { NoticePrepared, NoticePublished } from '@class-pact/core/contract'
import type { Form } from '../../../miniprogram/domains/notice/draft'
import { presentPreview, presentResult, saySend } from '../../../miniprogram/packages/compose/preview/present'

const at = (beijing: string) => Date.parse(`${beijing}+08:00`)
const NOW = at('2026-09-01T16:29:00')

const prepared = {
  schoolId: 's',
  issuer: '幸福街小学三（2）班 语文王老师',
  classes: [
    {
      classId: 'k',
      name: '三（2）班',
      children: 40,
      guardians: 74,
      roster: [{ childId: 'c', no: '39', name: '张小明' }],
    },
    { classId: 'l', name: '三（3）班', children: 41, guardians: 80, roster: [] },
  ],
} as unknown as NoticePrepared
const form = (patch: Partial<Form> = {}): Form => ({
  kind: 'outing',
  title: ' 秋游通知 ',
  body: '学校定于9月11日组织秋游。\n\n  请带午餐。',
  audience: { to: 'classes', classIds: ['k'] },
  replyMode: 'sign',
  deadline: at('2026-09-02T18:00:00'),
  event: { day: '2026-09-11', place: '植物园', from: '08:00', to: '15:30' },
  photos: [],
  ...patch,
})
const open = { verdict: 'allow' as const, reasons: [] }

describe('the preview', () => {
  it('N02 C39 it shows the very sheet the families get', () => {
    const view = presentPreview(form(), prepared, open, NOW, 'head_teacher')
    expect(view.letter).toMatchObject({
      title: '秋游通知',
      salutation: '三（2）班各位家长：',
      body: '学校定于9月11日组织秋游。\n请带午餐。',
      issuer: '幸福街小学三（2）班 语文王老师',
      day: '2026-09-01',
    })
    expect(view).toMatchObject({
      audience: '40个孩子，74位家长',
      reply: '签字，9月2日18:00前',
      due: '9月2日18:00前签字',
      event: '9月11日 周五 8:00至15:30，植物园',
      whom: '三（2）班',
      send: '发送',
    })
  })

  it('N18 a letter to one family names the child; several classes are counted', () => {
    const child = presentPreview(
      form({ audience: { to: 'child', classId: 'k', childId: 'c' } }),
      prepared,
      open,
      NOW,
      'head_teacher',
    )
    expect(child).toMatchObject({ audience: '张小明的家长', children: 1 })
    expect(child.letter.salutation).toBe('张小明家长：')
    const two = presentPreview(
      form({ audience: { to: 'classes', classIds: ['k', 'l'] } }),
      prepared,
      open,
      NOW,
      'head_teacher',
    )
    expect(two).toMatchObject({ audience: '2个班，81个孩子，154位家长', whom: '2个班' })
    const school = presentPreview(
      form({ audience: { to: 'school', schoolId: 's' } }),
      prepared,
      open,
      NOW,
      'head_teacher',
    )
    expect(school.letter.salutation).toBe('全校各位家长：')
  })

  it('T01 G01 ▶ says what will happen: tomorrow morning, or after somebody has looked', () => {
    expect(saySend({ verdict: 'queue', releaseAt: at('2026-09-02T07:00:00') }, NOW)).toBe('明早7:00送达')
    expect(saySend({ verdict: 'hold', releaseAt: at('2026-09-02T07:00:00') }, NOW)).toBe('提交审核')
    expect(saySend({ verdict: 'warn' }, NOW)).toBe('发送')
  })

  it('T01 an urgent notice goes at once, also in quiet hours', () => {
    const urgent = form({ urgent: { cause: 'safety', reason: '暴雨' } })
    const quiet = { verdict: 'queue' as const, reasons: [], releaseAt: at('2026-09-02T07:00:00') }
    expect(presentPreview(urgent, prepared, quiet, NOW, 'head_teacher').send).toBe('发送')
  })
})

describe('the result', () => {
  const published = (patch: Partial<NoticePublished>): NoticePublished => ({
    noticeId: 'n',
    classIds: ['k'],
    state: 'published',
    verdict: 'allow',
    reasons: [],
    push: { reminded: 61, notReminded: 13 },
    ...patch,
  })

  it('N06 pushed is not reached: it says whom WeChat cannot remind', () => {
    expect(presentResult(published({}), NOW)).toMatchObject({
      title: '已发送',
      text: ['61人会收到微信提醒，13人收不到，', '名单在回执单里'],
      next: '看回执单',
    })
  })

  it('T01 a queued notice says when, and can be withdrawn', () => {
    const queued = presentResult(published({ state: 'queued', releaseAt: at('2026-09-02T07:00:00') }), NOW)
    expect(queued).toMatchObject({ title: '已排队', text: ['明早7:00送达'], withdrawable: true, sent: false })
  })

  it('C04 G01 a held notice says who looks at it, one with unchecked photos what it waits for', () => {
    expect(presentResult(published({ state: 'held', verdict: 'hold' }), NOW)).toMatchObject({
      title: '已交教导处看',
      text: ['通过后自动发出'],
    })
    expect(presentResult(published({ state: 'checking' }), NOW)).toMatchObject({
      title: '正在检查',
      text: ['照片检查中，通过后自动发出'],
    })
  })
})
