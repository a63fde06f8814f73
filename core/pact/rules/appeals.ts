// Decides whether somebody appeals for money or gifts for a good cause (C16, C17).
import { hint, words } from '../neighbours'
import { findMeant, findingAt, type Finding, type JudgeRule } from '../finding'
import type { Subject } from '../subject'

const APPEAL = words`
  水滴筹|轻松筹|爱心筹|众筹|筹(?:款|集|钱|措)|[募mM][捐集](?!到)|募款|[捐涓]{1}(?:款|钱|助|献爱心|赠|出|资|点)|[捐][\d一二三五十百]+(?:元|块)?
  (?<!贡)献(?:出|一份|份|上|点)*(?:您的?|你的?)?(?:一份|份|一点)*(?:爱心|一份力|绵薄之力)|伸出?(?:您的?|你的?)?(?:援助之手|援手)
  求(?:大家|各位|好心人|爱心人士)(?:帮助|帮帮|救救|捐)|救(?:救|命)(?:孩子|他|她|这个|我|钱)|救命钱|爱心(?:捐|款|基金|义捐|接力|账户)|善款|慈善|义捐|赈灾
  一日捐
`
/** An appeal wants something of somebody; news, thanks and lessons do not. */
const WANTS = hint`
  请|恳请|恳求|希望|号召|倡议|呼吁|欢迎|踊跃|自愿|帮(?:帮|助|忙|一把)|救救|献|支持|转发|扩散|链接|账[号户]|二维码|点击|扫码|一元|每人|大家|各位|多少都|哪怕|参与|接力
  捐款(?:方式|渠道|时间|地点|箱)|求|需要(?:\d|帮|手术费|费用)
`
const THANKS = hint`
  感谢(?:大家|各位|您|社会|爱心|[^。!?,\n]{0,10}的?(?:捐|爱心))|(?:已|共|收到|累计)[^。!?,\n]{0,6}(?:捐|募|筹)
  (?:捐|募|筹)[^。!?,\n]{0,8}(?:公示|已(?:全部|经)|使用情况|结束)|慈善(?:家|故事)|课文|绘本|讲述|学习|主题班会
`

function findAppeal(subject: Subject): Finding | undefined {
  const { text } = subject.text.tight
  if (!subject.isPublic && subject.isStaff) return undefined
  const found = findMeant(subject, APPEAL)
  if (found.length === 0 || !(WANTS.test(text) || /水滴筹|轻松筹|众筹|救命/.test(text))) return undefined
  if (THANKS.test(text) && !/链接|账[号户]|二维码|扫码|恳请|踊跃|水滴筹|轻松筹/.test(text)) return undefined
  return findingAt(subject, 'refuse', found, { sureness: 2 })
}

/** With the education bureau's permission a principal may (C16). */
export const judgeAppeals: JudgeRule = (subject) => {
  const { role } = subject.post
  const mayAppeal = role === 'principal' || role === 'office'
  return mayAppeal && subject.context.permissionNumber?.trim() ? undefined : findAppeal(subject)
}

/** No appeals at all (C17). */
export const judgeAllAppeals: JudgeRule = (subject) => findAppeal(subject)
