// Decides what WeChat messages say and how one is sent: never a child's name, a symptom or a text; fields within WeChat's limits (screens.md 5).
import { TEMPLATE_IDS, type Instant, type ReplyMode, type Template } from '@class-pact/core/contract'
import { beijingClock, beijingDay } from '@class-pact/core/calendar'
import { cloud } from '../cloud'
import { inTime } from './in-time'

const ANSWER_MS = 4_000
/** Concurrent messages to one person clash (43108); a short pause clears it. */
const CLASH = 43108
const NO_CREDIT = 43101
const TRIES = 3
const PAUSE_MS = 120

/** Longest values by type of field (platform: subscribe messages). */
const FIELD_MAX = { thing: 20, name: 10, phrase: 5 } as const

export interface Message {
  template: Template
  page: string
  data: Record<string, { value: string }>
}

const fit = (type: keyof typeof FIELD_MAX, text: string) => [...text].slice(0, FIELD_MAX[type]).join('')

/** 2026年9月1日 18:00 */
function writeTime(at: Instant): string {
  const [year, month, day] = beijingDay(at).split('-').map(Number)
  return `${year}年${month}月${day}日 ${beijingClock(at)}`
}

const ASKS: Record<ReplyMode, string> = { none: '请阅读', read: '请阅读', confirm: '请确认', sign: '请签字' }

/** W1: title, class, sender, deadline (or when it came), what to do. */
export function noticeMessage(slip: {
  noticeId: string
  classId: string
  title: string
  className: string
  sender: string
  replyMode: ReplyMode
  deadline?: Instant
  publishedAt: Instant
}): Message {
  return {
    template: 'notice',
    page: `packages/notice/detail/detail?noticeId=${slip.noticeId}&classId=${slip.classId}`,
    data: {
      thing1: { value: fit('thing', slip.title) },
      thing2: { value: fit('thing', slip.className) },
      name3: { value: fit('name', slip.sender) },
      time4: { value: writeTime(slip.deadline ?? slip.publishedAt) },
      phrase5: { value: fit('phrase', ASKS[slip.replyMode]) },
    },
  }
}

/** W2: approved or not, which days, where the words are. */
export function leaveMessage(leave: { leaveId: string; approved: boolean; from: Instant }): Message {
  return {
    template: 'leave_result',
    page: `packages/leave/item/item?leaveId=${leave.leaveId}`,
    data: {
      phrase1: { value: leave.approved ? '已批准' : '未批准' },
      date2: { value: writeTime(leave.from).split(' ')[0] ?? '' },
      thing3: { value: leave.approved ? '返校后请销假' : '老师写了原因，请点开看' },
    },
  }
}

/** Sends one message. Never throws: what WeChat did not take is `failed`, and no credit is `no_credit`. */
export async function sendMessage(openid: string, message: Message): Promise<'sent' | 'no_credit' | 'failed'> {
  const request = {
    touser: openid,
    templateId: TEMPLATE_IDS[message.template],
    page: message.page,
    lang: 'zh_CN',
    data: message.data,
  }
  for (let tried = 1; ; tried++) {
    try {
      await inTime(cloud.openapi.subscribeMessage.send(request), ANSWER_MS)
      return 'sent'
    } catch (failure) {
      const code = Number((failure as { errCode?: number }).errCode)
      if (code === NO_CREDIT) return 'no_credit'
      if (code !== CLASH || tried === TRIES) return 'failed'
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * tried * (1 + Math.random())))
    }
  }
}
