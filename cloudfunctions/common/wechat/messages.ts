// Decides what WeChat messages say and how one is sent: never a child's name, a symptom or a text (screens.md 5).
import { TEMPLATE_IDS, type Instant, type ReplyMode, type Template } from '@class-pact/core/contract'
import { logFailure } from '../call/log'
import { cloud } from '../cloud'
import { fillFields } from './fields'
import { inTime } from './in-time'

const ANSWER_MS = 4_000
/** Concurrent messages to one person clash (43108); a short pause clears it. */
const CLASH = 43108
const NO_CREDIT = 43101
const TRIES = 3
const PAUSE_MS = 120

export interface Message {
  template: Template
  page: string
  data: Record<string, { value: string }>
}

/** Other words than before: signed again, or only to be read. */
const AMENDED = { again: '请重签', told: '内容有改' } as const
const ASKS: Record<ReplyMode, string> = {
  none: '请阅读',
  read: '请阅读',
  confirm: '请确认',
  sign: '请签字',
  form: '请填表',
  report: '请回报',
}

const LIST = 'pages/notices/notices'
const pageOf = ({ noticeId, classId }: { noticeId: string; classId: string }) =>
  `packages/notice/detail/detail?noticeId=${noticeId}&classId=${classId}`

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
  amended?: keyof typeof AMENDED
}): Message {
  return {
    template: 'notice',
    page: pageOf(slip),
    data: fillFields({
      thing1: { text: slip.title, otherwise: '学校通知' },
      thing2: { text: slip.className, otherwise: '班级' },
      name3: { text: slip.sender, otherwise: '老师' },
      time4: slip.deadline ?? slip.publishedAt,
      phrase5: { text: slip.amended ? AMENDED[slip.amended] : ASKS[slip.replyMode], otherwise: '请阅读' },
    }),
  }
}

/** What one message says of several notices: 有3份通知，1份要签字. `due`: when the first of them is due. */
export interface Gathered {
  count: number
  sign: number
  confirm: number
  classNames: readonly string[]
  senders: readonly string[]
  due?: Instant
  at: Instant
}

/** W1 of several notices: how many, how many of them want what; it opens the list. */
export function gatheredMessage({ count, sign, confirm, classNames, senders, due, at }: Gathered): Message {
  const wants = sign > 0 ? `，${sign}份要签字` : confirm > 0 ? `，${confirm}份要确认` : ''
  const [className = '', ...otherClasses] = new Set(classNames)
  const [sender = '', ...otherSenders] = new Set(senders)
  const text = `有${count}份通知${wants}`
  const asks = sign > 0 ? ASKS.sign : confirm > 0 ? ASKS.confirm : ASKS.read
  return {
    template: 'notice',
    page: LIST,
    data: fillFields({
      thing1: { text, otherwise: text },
      thing2: {
        text: otherClasses.length > 0 ? `${className}等${otherClasses.length + 1}个班` : className,
        otherwise: '班级',
      },
      name3: { text: otherSenders.length > 0 ? '各位老师' : sender, otherwise: '老师' },
      time4: due ?? at,
      phrase5: { text: asks, otherwise: asks },
    }),
  }
}

/** W5 to a class's staff: their families have a notice of the leaders; several open the list. */
export function leadersMessage(
  told: readonly { noticeId: string; classId: string; title: string }[],
  at: Instant,
): Message {
  const [first, ...others] = told
  const what = others.length > 0 ? `有${told.length}份学校通知` : `学校通知：${first?.title ?? ''}`
  return {
    ...todoMessage({ what, count: told.length, at }),
    page: first && others.length === 0 ? pageOf(first) : LIST,
  }
}

/** W1 to the staff: the same fields; whom it is for is the staff. */
export function taskMessage(task: {
  noticeId: string
  title: string
  sender: string
  replyMode: ReplyMode
  deadline?: Instant
  publishedAt: Instant
}): Message {
  const message = noticeMessage({ ...task, classId: '', className: '教职工' })
  return { ...message, page: `packages/notice/task/task?noticeId=${task.noticeId}` }
}

/** W2: approved or not, which days, where the words are. */
export function leaveMessage(leave: { leaveId: string; approved: boolean; from: Instant; to: Instant }): Message {
  const said = leave.approved ? '已批准' : '未批准'
  const next = leave.approved ? '返校后请销假' : '老师写了原因，请点开看'
  return {
    template: 'leave_result',
    page: `packages/leave/item/item?leaveId=${leave.leaveId}`,
    data: fillFields({
      phrase1: { text: said, otherwise: said },
      date2: [leave.from, leave.to],
      thing3: { text: next, otherwise: next },
    }),
  }
}

/** W3: not at school, since when, whom to call; never who. It opens the family's own day. */
export function arrivalMessage({ since }: { since: Instant }): Message {
  return {
    template: 'arrival',
    page: 'pages/today/today',
    data: fillFields({
      phrase1: { text: '未到校', otherwise: '未到校' },
      time2: since,
      thing3: { text: '请联系班主任', otherwise: '请联系班主任' },
    }),
  }
}

/** W4: who has answered, and when; never what (N18). */
export function talkMessage({ talkId, by, at }: { talkId: string; by: string; at: Instant }): Message {
  return {
    template: 'talk_reply',
    page: `packages/talk/thread/thread?talkId=${talkId}`,
    data: fillFields({
      name1: { text: by, otherwise: '老师' },
      thing2: { text: '有新回复', otherwise: '有新回复' },
      time3: at,
    }),
  }
}

/** W5: what waits, how many, since when. */
export function todoMessage({ what, count, at }: { what: string; count: number; at: Instant }): Message {
  return {
    template: 'todo',
    page: 'pages/today/today',
    data: fillFields({
      thing1: { text: what, otherwise: '有待办' },
      number2: { text: String(count), otherwise: '1' },
      time3: at,
    }),
  }
}

/**
 * Sends one message. Never throws: what WeChat did not take is `failed`, and no credit is `no_credit`. A value it refuses
 * (47003) would be refused again: it is logged, without the text, and not sent again.
 */
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
      if (code !== CLASH || tried === TRIES) {
        logFailure(`message.${message.template}`, 'wechat', failure)
        return 'failed'
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * tried * (1 + Math.random())))
    }
  }
}
