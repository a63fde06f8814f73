// Decides whether somebody of the school punishes by shaming or hurting, or mocks (C38).
import { words } from '../neighbours'
import { findDone, findingAt, type JudgeRule } from '../finding'

/** Punishments that shame or hurt (C38). */
const PUNISHMENT = words`
  罚(?:抄|站|写|跑|跪|做(?:值日|卫生|题|操|俯卧撑|蹲)|蹲|扫|背|\d+遍|他|她|在|一?遍|留校|不许|去)|抄(?:写)?(?:\d{2,}|[二三四五六七八九十百]+十?)遍
  (?:重抄|抄)(?:校规|班规|守则)|站(?:着|到)(?:听课|教室(?:外|后)|走廊|墙|后面|门口|讲台)
  (?:不许|不准|不能|取消|没收|剥夺)[^。!?,\n]{0,6}(?:吃(?:午)?饭|上厕所|喝水|午睡|参加(?:春游|秋游|活动|运动会)|上体育课|下课|课间)|打手心|打屁股|戒尺
  扇耳光|揪耳朵|体罚|关(?:小黑屋|禁闭)|跪(?:着|下)|做\d+个(?:俯卧撑|蹲起|深蹲)|跑\d+圈|蛙跳|俯卧撑|深蹲\d|猪(?:脑子|一样|都)|(?:笨|蠢)得(?:像|跟|和)
  丢人现眼|脑子(?:里)?(?:进水|装的|是摆设|长哪)|(?:干脆|不如|趁早)(?:退学|转学|别来|回家|不要来)
  (?:眼睛|耳朵)(?:长|是)[^。!?,\n]{0,6}(?:头顶|哪|摆设|出气)|教(?:不会|不动)|朽木不可雕|对牛弹琴|(?:幼儿园|三岁)(?:小孩|孩子)?都(?:比|会|不如)
  全校(?:的)?笑话|废物|饭桶|不如回家种地|没(?:有)?一个(?:像样|长脑子|省心)
`

export const judgePunishments: JudgeRule = (subject) => {
  if (!subject.isStaff) return undefined
  return findingAt(subject, 'hold', findDone(subject, PUNISHMENT), { sureness: 1 })
}
