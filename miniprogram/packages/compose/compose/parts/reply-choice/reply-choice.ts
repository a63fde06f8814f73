// Decides which replies an author can ask for with one tap: only those the kind of notice allows (N05, N08).
import type { NoticeKind, ReplyMode } from '@class-pact/core/contract'
import type { ChipOption } from '../../../../../components/choice-chips/choice-chips'
import { REPLY_WORDS } from '../../../../../domains/notice/words'
import { offerReplies } from '../../form'

/** What each reply asks of a family. */
const ASKS: Record<ReplyMode, string> = {
  none: '发出就好',
  read: '家长打开就记为已读，不用回复',
  confirm: '家长点一下确认知晓',
  sign: '家长手写签名',
  form: '家长回答问题，实名的截止前可以改',
  report: '办完后回报，可以写几句',
}

const STAFF_ASKS = { read: '打开就记为已读，不用回复', confirm: '点一下确认知晓', sign: '输入姓名签收' }

Component({
  options: { virtualHost: true },
  properties: {
    kind: { type: String, value: 'notice' as NoticeKind },
    /** It goes to colleagues: they report, and nobody is a parent. */
    staff: { type: Boolean, value: false },
    value: { type: String, value: 'read' as ReplyMode },
    /** What it went out with stays. */
    locked: { type: Boolean, value: false },
  },
  data: { replies: [] as ChipOption[], chosen: '', asks: '' },
  observers: {
    'kind, staff, value, locked'(kind: NoticeKind, staff: boolean, value: ReplyMode, locked: boolean) {
      const asks = staff ? { ...ASKS, ...STAFF_ASKS } : ASKS
      const offered = locked ? [] : offerReplies(kind, staff)
      const replies = offered.map((mode) => ({ value: mode, label: REPLY_WORDS[mode] }))
      this.setData({
        replies: replies.length > 1 ? replies : [],
        chosen: REPLY_WORDS[value],
        asks: replies.length === 1 ? '此类通知须家长签字' : asks[value],
      })
    },
  },
  methods: {
    onChange(event: ToldEvent<{ value: ReplyMode }>) {
      this.triggerEvent('choose', { value: event.detail.value })
    },
  },
})
