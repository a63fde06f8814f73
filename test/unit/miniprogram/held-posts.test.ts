// Proves what an author's phone makes of a post that was held: the reviewer's words, and the text to mend (G01).
import { instantOf } from '@class-pact/core/calendar'
import type { NoticeDetail, NoticeDraft } from '@class-pact/core/contract'
import { reopenForm } from '../../../miniprogram/domains/notice/draft'
import { toDraft } from '../../../miniprogram/packages/compose/compose/form'
import { presentDetail } from '../../../miniprogram/packages/notice/detail/present'

const now = instantOf('2026-09-01', '10:00')
const draft: NoticeDraft = {
  kind: 'outing',
  title: '秋游通知',
  body: '带午餐。',
  replyMode: 'sign',
  deadline: instantOf('2026-09-02', '18:00'),
  audience: { to: 'classes', classIds: ['k1'] },
  photos: ['cloud://env/notices/a.jpg'],
  event: { day: '2026-09-04', place: '植物园' },
}
const held: NoticeDetail = {
  ...{
    noticeId: 'n1',
    classId: 'k1',
    className: '三（2）班',
    schoolName: '幸福街小学',
    source: 'class',
    kind: 'outing',
  },
  ...{ state: 'held', version: 1, title: '秋游通知', salutation: '', body: '带午餐。', issuer: '', photos: [] },
  ...{ replyMode: 'sign', important: true, mine: [] },
  reasons: [{ rule: 'G01', verdict: 'hold', cite: { rule: 'G01', pactVersion: 1 }, spans: [], wayOut: ['withdraw'] }],
}

test('G01 a held post says who looks at it, and can be taken back', () => {
  const view = presentDetail({ ...held, canWithdraw: true }, '', now, true)
  expect(view.state.first).toBe('已交教导处看，')
  expect(view).toMatchObject({ canWithdraw: true, reasons: [{ rule: 'G01' }] })
})

test('G01 a returned post begins with the reviewer’s words and the way to mend it', () => {
  const decided = { decision: 'return', by: '李校长', at: now, words: '请写明带什么' } as const
  const view = presentDetail({ ...held, state: 'draft', decided, draft }, '', now, true)
  expect(view.state.first + view.state.rest).toBe('已退回，请按说明修改再发')
  expect(view.reasons.map(({ sentence, ways }) => [sentence, ways.map(({ code }) => code)])).toEqual([
    ['李校长：请写明带什么', ['edit']],
    [expect.stringContaining('教导处'), []],
  ])
})

test('G17 who is asked to say it privately finds the way there first', () => {
  const decided = { decision: 'talk', by: '教导处赵老师', at: now } as const
  const [first] = presentDetail({ ...held, state: 'draft', decided, draft }, '', now, true).reasons
  expect(first?.sentence).toBe('教导处赵老师：这件事请私下和家长说。')
  expect(first?.ways.map(({ label }) => label)).toEqual(['改为私聊', '修改'])
})

test('C04 words that WeChat has not let pass are not shown; the author asks', () => {
  const decided = { decision: 'return', by: '李校长', at: now, wordsHeld: true } as const
  const [first] = presentDetail({ ...held, state: 'draft', decided, draft }, '', now, true).reasons
  expect(first?.sentence).toBe('李校长写了说明，还没通过检查，请直接问一下。')
  expect(first?.ways.map(({ code }) => code)).toEqual(['edit'])
})

test('G01 a refused post shows the words and offers no way to send it again', () => {
  const decided = { decision: 'refuse', by: '李校长', at: now, words: '已统一发过' } as const
  const view = presentDetail({ ...held, state: 'refused', decided }, '', now, true)
  expect(view.reasons.flatMap(({ ways }) => ways)).toEqual([])
  expect(view.canWithdraw).toBe(false)
})

test('G01 a returned post opened again sends the same, until it is mended', () => {
  const form = reopenForm('n1', draft, {
    photos: [{ fileId: 'cloud://env/notices/a.jpg', url: 'https://files/a.jpg' }],
  })
  expect(form).toMatchObject({ mends: 'n1', photos: [{ path: 'https://files/a.jpg' }] })
  expect(toDraft(form, 'teacher')).toEqual(draft)
})
