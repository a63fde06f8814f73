// Decides how a school's fees are open to all its members: what, how much, on which basis, approved by whom (C37).
import type { FeeRow } from '@class-pact/core/contract'
import { presentFee, type FieldLines } from '../../../domains/notice/field-lines'
import { definePage } from '../../../services/define-page'
import { formatClass, formatMoment } from '../../../services/format'

interface FeeView {
  noticeId: string
  title: string
  sub: string
  lines: FieldLines
  label: string
}

function presentRow({ noticeId, title, fee, approver, classNames, publishedAt, withdrawn }: FeeRow): FeeView {
  const whom = classNames.map(formatClass).join('、')
  const sub = [whom, formatMoment(publishedAt, Date.now()), withdrawn && '已撤回'].filter(Boolean).join('，')
  return { noticeId, title, sub, lines: { fee: presentFee(fee, approver), facts: [] }, label: `${title}，${sub}` }
}

definePage({
  data: { fees: [] as FeeView[] },
  query: { identity: '' },
  reads: 'notice.fees',
  list: 'fees',
  isForFamily: true,
  ask({ identity }) {
    return identity ? { identity } : undefined
  },
  present({ fees }) {
    return { fees: fees.map(presentRow) }
  },
})
