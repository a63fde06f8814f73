// Proves how the fields of a kind are written, what is missing of them, and how they read on a sheet and on paper.
import type { Fee } from '@class-pact/core/contract'
import { isPermission, misfitOfKind, sumFee } from '@class-pact/core/notice'
import {
  findMissingFields,
  readYuan,
  reopenFields,
  startFields,
  toFields,
  trimFields,
} from '../../../miniprogram/domains/notice/field-form'
import { formatFen, presentFields, writeFields } from '../../../miniprogram/domains/notice/field-lines'

const FEE: Fee = {
  items: [
    { name: '午餐', fen: 36_000 },
    { name: '牛奶', fen: 4_550, optional: true },
  ],
  basis: '区教财〔2026〕12号',
}

describe('the amounts of a fee', () => {
  it.each([
    ['12', 1200],
    ['12.5', 1250],
    ['0.01', 1],
    [' 360 ', 36_000],
    ['0', undefined],
    ['0.00', undefined],
    ['-1', undefined],
    ['1.234', undefined],
    ['1e3', undefined],
    ['', undefined],
  ])('C37 given “%s”, when read, then it is %s fen', (written, fen) => {
    expect(readYuan(written)).toBe(fen)
  })
  it('C37 given obligatory and voluntary items, when added, then apart', () => {
    expect(sumFee(FEE)).toEqual({ due: 36_000, optional: 4_550 })
    expect([formatFen(36_000), formatFen(4_550), formatFen(5)]).toEqual(['360元', '45.50元', '0.05元'])
  })
})

describe('what a kind cannot go without', () => {
  it('C37 H07 H18 given nothing written, then the fields are missing in the order of the page', () => {
    expect(findMissingFields(undefined, 'fee')).toEqual(['items', 'basis'])
    expect(findMissingFields(startFields(), 'praise')).toEqual(['ground'])
    expect(findMissingFields({ ...startFields(), issue: '0' }, 'bulletin')).toEqual(['issue'])
    expect(findMissingFields(startFields(), 'notice')).toEqual([])
    expect(findMissingFields({ ...startFields(), permission: '有许可' }, 'notice')).toEqual(['permission'])
  })
  it('C37 given a returned fee, when opened again and sent, then it is the same', () => {
    const form = reopenFields({ fee: FEE })
    expect(findMissingFields(form, 'fee')).toEqual([])
    expect(trimFields(toFields(form, 'fee', 'teacher'))).toEqual({ fee: FEE })
    expect(toFields(form, 'notice', 'teacher')).toEqual({})
  })
  it('C16 N09 given a number and a reason, then a principal’s number goes along, and a reason with an activity only', () => {
    const form = { ...startFields(), permission: '区教许〔2026〕8号', reason: '场馆今天空出来' }
    expect(toFields(form, 'notice', 'principal')).toEqual({ permission: '区教许〔2026〕8号' })
    expect(toFields(form, 'activity', 'teacher')).toEqual({ exception: { reason: '场馆今天空出来' } })
    expect([isPermission('区教许〔2026〕8号'), isPermission('有许可'), isPermission('见群里。1')]).toEqual([
      true,
      false,
      false,
    ])
  })
  it('L09 C37 given a draft, then the first field that does not fit its kind is named', () => {
    const toClass = { to: 'classes' as const, classIds: ['c'] }
    expect(misfitOfKind({ kind: 'dismissal', audience: toClass, event: { day: '2026-09-02' } }, 'teacher')).toBe(
      'event.from',
    )
    expect(misfitOfKind({ kind: 'fee', audience: toClass, fee: FEE }, 'teacher')).toBeUndefined()
    expect(misfitOfKind({ kind: 'notice', audience: toClass, issue: 3 }, 'teacher')).toBe('issue')
    expect(misfitOfKind({ kind: 'notice', audience: toClass, permission: '许1' }, 'office')).toBe('permission')
  })
})

describe('how the fields read', () => {
  it('C37 given a fee, then the sheet has a table with its total, and the paper the same lines', () => {
    expect(presentFields({ fee: FEE }, { approver: '李校长' }).fee).toMatchObject({
      ...{ total: '360元', optional: '另有自愿45.50元', approver: '李校长' },
    })
    expect(writeFields({ fee: FEE }, { approver: '李校长' })).toEqual([
      ...['午餐：360元', '牛奶：45.50元（自愿）', '合计：360元，另有自愿45.50元'],
      ...['收费依据：区教财〔2026〕12号', '批准：李校长'],
    ])
  })
  it('N01 H07 H18 C16 given the others, then each is a line; a class’s notice says nothing of its source', () => {
    const facts = presentFields(
      { issue: 12, ground: 'courage', permission: '区教许〔2026〕8号' },
      { source: 'bureau' },
    ).facts.map(({ label, text }) => `${label}：${text}`)
    expect(facts).toEqual(['来源：教育局', '期号：第12期', '依据：见义勇为', '教育局许可号：区教许〔2026〕8号'])
    expect(presentFields(undefined, { source: 'class' })).toEqual({ fee: null, facts: [] })
  })
})
