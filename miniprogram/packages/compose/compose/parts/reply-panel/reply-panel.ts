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
  report: '办完后回报，可以写几句',
}

Component({
  options: { virtualHost: true },
  properties: {
    visible: { type: Boolean, value: false },
    large: { type: Boolean, value: false },
    kind: { type: String, value: 'notice' as NoticeKind },
    value: { type: String, value: 'read' as ReplyMode },
  },
  data: { replies: [] as { value: ReplyMode; word: string; asks: string }[] },
  observers: {
    kind(kind: NoticeKind) {
      const replies = offerReplies(kind).map((value) => ({ value, word: REPLY_WORDS[value], asks: ASKS[value] }))
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
