// Decides whether somebody gives out or asks for red packets (C13).
import { words } from '../neighbours'
import { findAll, findMeant, findingAt, type JudgeRule } from '../finding'

/** 红包 by name, by its letters, as a picture; other disguises are seen through before. */
const RED_PACKET = words`
  红包|拼手气
  发(?:个|一?波)?hb(?![a-z])|(?<![a-z])hb(?=来|走起|雨)
`
/** The custom, the handicraft, the paper: no red packet changes hands. */
const HANDICRAFT =
  /手工|折纸|剪纸|灯笼|旧红包|红包(?:袋|封|壳|纸|皮|鱼|灯|花|树|的由来|习俗|文化)|压岁|由来|习俗|传统|民俗|绘本|故事|课文|面包|包装/
/** A present refused or sent back. */
const SENT_BACK = /退回|退还|心意(?:我们?)?(?:老师)?(?:都)?领|婉拒|谢绝|没(?:有)?收|不能收/

export const judgeRedPackets: JudgeRule = (subject) => {
  const { text } = subject.text.tight
  if (findAll(text, RED_PACKET).length === 0 || SENT_BACK.test(text)) return undefined
  if (!/[发抢领]/.test(text) && HANDICRAFT.test(text)) return undefined
  if (HANDICRAFT.test(text) && subject.isStaff) return undefined
  return findingAt(subject, 'refuse', findMeant(subject, RED_PACKET))
}
