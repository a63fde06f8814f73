// Decides the rules on when something is said.
import { clock, mayBeClock, whole } from '../bounds'
import type { RuleEntry } from '../types'

/** An evening begins in the afternoon at the earliest and ends in the morning: a night is never open (V1). */
const hours = (from: string, to: string) => ({
  from: clock('16:00', '23:59', from),
  to: clock('05:00', '09:00', to),
  // The break ends when or after it begins, whatever is chosen; a day need not have one.
  noonFrom: mayBeClock('11:00', '13:30'),
  noonTo: mayBeClock('13:30', '15:30'),
})

export const TIME = {
  T01: {
    title: '老师在晚间安静时间不发。',
    group: '时间',
    effect: '会延后',
    parameters: hours('20:00', '07:00'),
    sources: [{ seed: 'S0', article: 'S0-3 二(一)9', quote: '教师发布消息除特殊情况外,一般不要超过晚上8时' }],
    wayOut: ['wait', 'urgent'],
  },
  T02: {
    title: '家长在晚间安静时间不发。',
    group: '时间',
    effect: '会延后',
    parameters: hours('20:00', '07:00'),
    sources: [
      {
        seed: 'S0',
        article: 'S0-3 二(二)4',
        quote: '家长发布消息除特殊情况外,一般不要超过晚上8时,以免影响大家休息。',
      },
    ],
    wayOut: ['wait', 'call'],
  },
  T03: {
    title: '晚间安静时间不发。',
    group: '时间',
    effect: '会延后',
    parameters: hours('21:00', '07:00'),
    sources: [
      {
        seed: 'S0',
        article: 'S0-7.9',
        quote: '不要在晚上9:00之后在群里发消息,以免影响他人休息,有重要或紧急的事情可以通过其他渠道与老师直接联系。',
      },
    ],
    wayOut: ['wait', 'urgent', 'call'],
  },
  T04: {
    title: '午休和晚间安静时间不发。',
    group: '时间',
    effect: '会延后',
    parameters: hours('21:30', '07:00'),
    sources: [
      {
        seed: 'S0',
        article: 'S0-8(1)',
        quote: '请各位家长不要在中午13:00后;晚上9:30后在平台内交流,以免互相影响休息。',
      },
    ],
    wayOut: ['wait', 'urgent', 'call'],
  },
  T05: {
    title: '只在每天的开放时间发。',
    group: '时间',
    effect: '会延后',
    parameters: hours('23:00', '06:00'),
    sources: [{ seed: 'S0', article: 'S0-9 一', quote: '交流时间:每天6:00——23:00。' }],
    wayOut: ['wait', 'urgent', 'call'],
  },
  T06: {
    title: '休息时间不发，只在工作时间发。',
    group: '时间',
    effect: '会延后',
    parameters: hours('18:00', '08:00'),
    sources: [
      {
        seed: 'S1',
        article: 'S1a 五不要一',
        quote: '休息时间不要发,信息发布要在工作时间内,切实保障广大学生、家长的休息权利。',
      },
    ],
    wayOut: ['wait', 'urgent', 'call'],
  },
  T07: {
    title: '晚上太晚不发。',
    group: '时间',
    effect: '会延后',
    parameters: hours('22:00', '07:00'),
    sources: [{ seed: 'S1', article: 'S1c 石丽沙5', quote: '过晚不在群内聊天,以免影响大家。' }],
    wayOut: ['wait', 'urgent', 'call'],
  },
  T08: {
    title: '老师上课时请留言，课间或放学后回复。',
    group: '时间',
    effect: '照此办理',
    sources: [{ seed: 'S0', article: 'S0-1.10', quote: '教师上班期间一般不与家长交流,如有问题留言即可。' }],
    wayOut: ['call'],
  },
  T09: {
    title: '急事打电话，找班主任或校长室。',
    group: '时间',
    effect: '照此办理',
    // Plain hours: whoever has waited a night has waited.
    parameters: { hours: whole(1, 72, 24) },
    sources: [
      {
        seed: 'S0',
        article: 'S0-3 二(二)2',
        quote: '上班时间重要事情请家长致电班主任或校长公室,以便提供及时的服务。',
      },
      { seed: 'S0', article: 'S0-5 五', quote: '如有急事,尽量在课间时间与班主任电话联系。' },
      { seed: 'S1', article: 'S1b 三(二)5', quote: '如有紧急事情可给班主任老师打电话交代。' },
    ],
    wayOut: ['call'],
  },
  T10: {
    title: '老师看到留言，有空就回。',
    group: '时间',
    effect: '照此办理',
    sources: [{ seed: 'S0', article: 'S0-3 二(一)9', quote: '教师在看到家长消息后,利用空余时间及时回复。' }],
    wayOut: [],
  },
  T11: {
    title: '有人问，负责的老师及时回复。',
    group: '时间',
    effect: '照此办理',
    parameters: { minutes: whole(5, 120, 20) },
    sources: [
      {
        seed: 'S0',
        article: 'S0-9 二.4',
        quote: '对于领导交代的任务以及员工反映的问题,相关责任人应在网络畅通的情况下及时(20分钟以内)予以回复',
      },
    ],
    wayOut: [],
  },
  T12: {
    title: '通知少而清楚，每周有限额。',
    group: '时间',
    effect: '先审核',
    parameters: { perWeek: whole(1, 50, 5) },
    sources: [{ seed: 'S1', article: 'S1a 五要二', quote: '要注重实效,提高工作效率,尽量减少信息往来次数' }],
    wayOut: ['merge', 'principal_approval'],
  },
  N09: {
    title: '放学后和双休日的活动，提早一天通知。',
    group: '时间',
    effect: '不能发',
    parameters: { afterSchool: clock('11:00', '18:00', '16:00') },
    sources: [
      {
        seed: 'S3',
        article: 'S3 篇4.5',
        quote: '放学后或双休日需组织学生参加教育教学活动,应提早一天发出书面通知或电话通知,不得漏报或不报',
      },
    ],
    wayOut: ['change_day', 'principal_approval'],
  },
} as const satisfies Record<string, RuleEntry>
