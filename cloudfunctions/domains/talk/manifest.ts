// Decides what others read of talks.
import { talkRows, talkWritingRows } from '@class-pact/core/talk/contract'
import type { Manifest } from '../../common/call/manifest'

export const manifest: Manifest = {
  name: 'talk',
  rows: { ...talkRows, ...talkWritingRows },
  collections: {
    talks: {
      trailed: true,
      dutied: true,
      personal: { copied: true, forgotten: 'at once' },
      purged: [{ kind: 'talks', by: 'updatedAt', as: 'instant', files: true }],
    },
  },
  messages: ['talk_reply', 'todo'],
  acts: {
    'talk.open': '发起私聊',
    'talk.send': '写私聊',
    'talk.seen': '私聊标为已读',
    'talk.pass': '私聊转校长室',
    'talk.ask': '请校长看私聊',
    'talk.close': '私聊办结',
    'talk.thank': '感谢家长建议',
    'talk.rise': '私聊逾期上报',
    'talk.move': '私聊随孩子转班',
    'talk.forget': '删除本人的私聊内容',
    'letter.decide': '审核私聊',
  },
}
