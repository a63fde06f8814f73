// Decides which replies an author can ask for: only those the kind of notice allows (N05, N08).
import type { NoticeKind, ReplyMode } from '@class-pact/core/contract'
import { REPLY_WORDS } from '../../../../../domains/notice/words'
import { offerReplies } from '../../form'

/** What each reply asks of a family. */
const ASKS: Record<ReplyMode, string> = {
  none: '发出就好',
  read: '家长打开就记为已读，不用回复',
  confirm: '家长点一下确认知晓',
  sign: '家长手写签名',
  form: '家长回答问题，截止前可以改',
  report: '办完后回报，可以写几句',
}

const STAFF_ASKS = { read: '打开就记为已读，不用回复', confirm: '点一下确认知晓', sign: '输入姓名签收' }

Component({
  options: { virtualHost: true },
  properties: {
    visible: { type: Boolean, value: false },
    large: { type: Boolean, value: false },
    kind: { type: String, value: 'notice' as NoticeKind },
    /** It goes to colleagues: they report, and nobody is a parent. */
    staff: { type: Boolean, value: false },
    value: { type: String, value: 'read' as ReplyMode },
  },
  data: { replies: [] as { value: ReplyMode; word: string; asks: string }[] },
  observers: {
    'kind, staff'(kind: NoticeKind, staff: boolean) {
      const asks = staff ? { ...ASKS, ...STAFF_ASKS } : ASKS
      const replies = offerReplies(kind, staff).map((value) => ({ value, word: REPLY_WORDS[value], asks: asks[value] }))
      this.setData({ replies })
    },
  },
  methods: {
    onChoose(event: TapEvent) {
      this.triggerEvent('choose', { value: event.currentTarget.dataset['value'] })
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
