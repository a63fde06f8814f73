// Decides the rules that keep a class quiet: repeats, thanks, chat, hearsay, and where matters of one child go.
import { whole } from '../bounds'
import type { RuleEntry } from '../types'

export const TALK = {
  C34: {
    title: '看到就好，不用回“收到”。',
    group: '内容',
    effect: '不能发',
    sources: [
      { seed: 'S1', article: 'S1a 五不要三', quote: '一般性通知,原则上不点赞、不回复,避免“拍马屁群”的出现。' },
      { seed: 'S1', article: 'S1b 三(二)8', quote: '为了给家园群减负、家长不刷屏、不点赞不讨论无关话题。' },
      { seed: 'S1', article: 'S1c 石丽沙1', quote: '不刷屏,有通知阅后不回复。' },
    ],
    wayOut: ['contact_teacher'],
  },
  C01: {
    title: '同样的话不反复发。',
    group: '内容',
    effect: '不能发',
    parameters: { times: whole(2, 10, 3) },
    sources: [
      { seed: 'S0', article: 'S0-2.6', quote: '严禁恶意刷屏(相同的文字连续出现3次及以上视为刷屏)。' },
      { seed: 'S0', article: 'S0-3 一(二)5', quote: '严禁恶意刷屏(相同的文字连续出现3次及以上视为刷屏)。' },
    ],
    wayOut: ['edit'],
  },
  C02: {
    title: '一件事不反复说。',
    group: '内容',
    effect: '会提醒',
    parameters: { times: whole(2, 10, 3), withinMinutes: whole(1, 1440, 10) },
    sources: [{ seed: 'S0', article: 'S0-3 二(二)6', quote: '不能就同一信息多次刷屏。' }],
    wayOut: ['amend_first', 'send_anyway'],
  },
  C03: {
    title: '不连着发很多条。',
    group: '内容',
    effect: '不能发',
    parameters: { perMinute: whole(1, 60, 5) },
    sources: [
      { seed: 'S0', article: 'S0-1.8', quote: '严禁恶意刷屏。' },
      { seed: 'S1', article: 'S1b 三(二)8', quote: '为了给家园群减负、家长不刷屏、不点赞不讨论无关话题。' },
      { seed: 'S1', article: 'S1c 石丽沙1', quote: '不刷屏,有通知阅后不回复。' },
      { seed: 'S0', article: 'S0-2.6', quote: '严禁恶意刷屏(相同的文字连续出现3次及以上视为刷屏)。' },
    ],
    wayOut: ['wait'],
  },
  C24: {
    title: '只关系一个孩子的事，私聊更好。',
    group: '内容',
    effect: '会提醒',
    sources: [
      { seed: 'S0', article: 'S0-3 二(一)7', quote: '探讨对个别孩子具体的教育问题请私聊。' },
      { seed: 'S0', article: 'S0-3 一(二)3', quote: '个别突出问题只能私信交流,打电话,到学校当面沟通,不得在群内交流。' },
      { seed: 'S0', article: 'S0-5 三', quote: '学生的个别私人问题,请家长和老师直接面对面沟通或电话联系。' },
      { seed: 'S0', article: 'S0-6.6', quote: '一些个别性问题可单独交流〔一对一,不打搅他人〕' },
      { seed: 'S0', article: 'S0-7.8', quote: '学生个体事件不在群内讨论,个别案例可与老师或者个别群成员私聊' },
      { seed: 'S1', article: 'S1b 三(一)3', quote: '探讨个别问题可以和家长私聊,或直接打电话当面沟通。' },
    ],
    wayOut: ['private_talk', 'send_anyway'],
  },
  C26: {
    title: '转发的消息，请写明来源。',
    group: '内容',
    effect: '会提醒',
    sources: [
      { seed: 'S0', article: 'S0-7.6', quote: '严禁转发不经考证的信息,以免造成家长不必要的担忧和误解。' },
      { seed: 'S0', article: 'S0-8(7)', quote: '严禁编发没有根据的或未经核实的传言' },
      { seed: 'S0', article: 'S0-3 二(二)5', quote: '发布信息做到不传销、不传谣' },
    ],
    wayOut: ['add_source', 'send_anyway'],
  },
  C30: {
    title: '少用表情。',
    group: '内容',
    effect: '会提醒',
    parameters: { most: whole(0, 50, 5) },
    sources: [
      { seed: 'S1', article: 'S1a 五要四', quote: '要文明有礼,一般不使用语音交流,不滥用私人化表情' },
      { seed: 'S1', article: 'S1b 三(一)4', quote: '多换位思考,多体谅家长,注意说话方式,传播正能量。' },
    ],
    wayOut: ['edit', 'send_anyway'],
  },
  C31: {
    title: '不发语音。',
    group: '内容',
    effect: '不能发',
    sources: [{ seed: 'S1', article: 'S1a 五要四', quote: '要文明有礼,一般不使用语音交流,不滥用私人化表情' }],
    wayOut: ['edit'],
  },
  C29: {
    title: '只用于家校沟通，不闲聊。',
    group: '内容',
    effect: '不能发',
    sources: [
      { seed: 'S0', article: 'S0-1.4', quote: '微信群只用于家校沟通交流,不作聊天使用。' },
      {
        seed: 'S0',
        article: 'S0-3 一(二)3',
        quote: '本群只用于家校沟通交流,发布学校与班级相关信息为主,不做聊天使用。',
      },
      { seed: 'S0', article: 'S0-7.3', quote: '群成员在群内不谈家长里短、八卦新闻、生活琐事等闲话。' },
      { seed: 'S0', article: 'S0-9 二.3', quote: '班组交流群只用于公务,不得作其他私密交流' },
      { seed: 'S0', article: 'S0-2.4', quote: '微信群只用于家校沟通交流,不作聊天使用。' },
      { seed: 'S0', article: 'S0-6.4', quote: '班级网络群只用于家校沟通交流' },
      { seed: 'S1', article: 'S1b 三(二)8', quote: '家长不刷屏、不点赞不讨论无关话题。' },
    ],
    wayOut: ['contact_teacher'],
  },
  C25: {
    title: '意见和建议单独提，老师和校长都能收到。',
    group: '内容',
    effect: '照此办理',
    sources: [
      {
        seed: 'S0',
        article: 'S0-3 二(二)3',
        quote: '如果对教师或学校有意见和建议请通过私聊或电话、电子邮件等方式向有关老师或学校领导提出',
      },
      { seed: 'S0', article: 'S0-6.5', quote: '如有意见或建议可以直接与老师沟通,也可以向学校直接反映。' },
      {
        seed: 'S1',
        article: 'S1b 三(二)1',
        quote: '家长对学校、老师有意见或建议,不要在群内发布,可以和班主任老师私聊。',
      },
    ],
    wayOut: ['private_talk'],
  },
} as const satisfies Record<string, RuleEntry>
