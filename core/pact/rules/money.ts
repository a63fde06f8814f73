// Decides whether families are asked for money or presents without a basis and an approval (C36, C37).
import { hint, words } from '../neighbours'
import { findAll, findMeant, findingAt, type JudgeRule } from '../finding'
import type { Subject } from '../subject'

/** Money that goes to somebody's own pocket or code. */
const TRANSFER = words`
  转(?:我(?!校|园|班)|账|帐|钱|款|到我|给我|我微信|至我|[\d一二三五十]+[元块])|微信(?:转|发给?我|支付)|支付宝|收[款钱]码|付款码
  (?:扫|识别)[^。!?,\n]{0,8}(?:码)?(?:付|支付|缴|交)(?:款|费|钱)?|(?:打|汇)(?:到|入|款)[^。!?\n]{0,12}(?:卡|账|帐|号)
  (?:发|红包)[^。!?,\n]{0,4}给(?:我|老师|家委)[^。!?,\n]{0,4}\d+元
`
/** A collection. */
const COLLECT = words`
  (?<![班家社外提结])(?:收取?|交|缴纳?|上交|补交|预交|催交|收齐|交齐)[^。!?,\n]{0,10}?(?:(?:班|资料|补课|教辅|试卷|打印|空调|活动|材料|保险|赞助|辅导|水|报名|服装|餐|车|门票|书本|服务|学|杂|管理)费|费用|\d+(?:\.\d+)?\s?[元块]|[一二三四五六七八九十百两]+[元块百]|钱)(?!家|品|正)
  (?:班费|补课费|资料费|教辅费|试卷费|打印费|空调费|活动费|书本费|材料费|保险费|赞助费|辅导费|水费|报名费|服装费|餐费|门票费?|车费|费用|学费|押金)[^。!?\n]{0,10}(?:每[人生位家]|\d+(?:\.\d+)?\s?[元块]|交|缴|转|收)
  每(?:人|生|家|位|个孩子|个家庭|位家长|名学生)[^。!?,\n]{0,8}?\d+(?:\.\d+)?\s?[元块]
  每(?:人|家|生|位|户|个家庭)[^。!?,\n\d]{0,4}\d{2,4}(?![\d本个份张支页年级班岁分秒遍次句字题米])(?=[^。!?\n]{0,20}(?:转|发微信|交|收|接龙|付))
  [凑集][^。!?,\n]{0,4}(?:份子|钱|款)|aa制?(?=[^a-z]|$)
`
/** Presents and things. */
const PRESENTS = words`
  (?:送|给|为|替)(?:各位|我们|所有|每位)?(?:老师|班主任|园长|校长|我)[^。!?,\n]{0,10}(?:礼物|礼品|购物卡|烟|酒|鲜花|蛋糕|心意|红包|表示)
  (?:老师|园长|校长|班主任|教师节)[^。!?\n]{0,14}(?:生日|节日|辛苦|快到|心意)[^。!?\n]{0,14}(?:准备|买|凑|送|表示)[^。!?,\n]{0,8}(?:礼物|礼品|心意|鲜花|蛋糕)
  家长[^。!?,\n]{0,6}赞助|(?:购物卡|礼品卡|充值卡|茅台|中华烟)
  (?:家长|家里|哪位|有条件)[^。!?\n]{0,12}(?:赞助|捐(?:一|台|个)|提供|买|送|搬)[^。!?,\n]{0,10}(?:空调|净化器|净水器|饮水机|打印机|投影|音响|窗帘|书柜|绿植|电脑|电视)
`
/** Nothing is to be paid, or somebody gets it back. */
const NOTHING_TO_PAY = hint`
  免费|不收(?:取)?(?:任何)?(?:费|钱)|无需(?:缴|交)费|退(?:还|费|款|回)|补(?:助|贴)|报销|减免|由学校(?:承担|负担|支付)|零收费|不产生(?:任何)?费用|资助
  奖学金|助学金
`
/** What staff get. */
const PAID_OUT = /津贴|工资|绩效|奖励|奖金/
/** Pocket money, not the school's. */
const POCKET = /零花钱|自备|可携带|不超过\d+元|饭卡余额|自行(?:购买|决定|准备)|自愿(?!捐)|自费|自行|公交卡/

export const judgeAsking: JudgeRule = (subject) => {
  const { post } = subject
  const { text } = subject.text.tight
  if (!subject.isStaff) return judgeFamiliesMoney(subject)
  if (hasBasis(subject)) return undefined
  if (post.noticeKind === 'fee') return { verdict: 'hold', spans: [{ field: 'kind', start: 0, end: 0 }] }
  if ((subject.context.attachments ?? []).some((kind) => /pay|收款|付款/i.test(String(kind))))
    return { verdict: 'refuse', spans: [{ field: 'attachments', start: 0, end: 0 }], sureness: 1 }
  const presents = findMeant(subject, PRESENTS)
  const transfers = findMeant(subject, TRANSFER)
  const collections =
    NOTHING_TO_PAY.test(text) || POCKET.test(text) || PAID_OUT.test(text) ? [] : findMeant(subject, COLLECT)
  const asked = [
    ...presents,
    ...(hasAmount(text) || /转我|转给我|支付宝|收款码|直接转/.test(text) ? transfers : []),
    ...collections,
  ]
  return findingAt(subject, 'refuse', asked, { sureness: 1 })
}

const hasAmount = (text: string) => /\d+(?:\.\d+)?\s?[元块]|[一二三四五六七八九十百两]+[元块]|费|款|钱/.test(text)

/** Guardians who collect money from one another in the class. */
const AMONG_FAMILIES = words`
  收[款钱]码|转(?:账|帐|钱|给我)|份子|每(?:人|家|位)[^。!?,\n]{0,8}?\d+\s?[元块]
  (?:送|给|为)(?:各位|我们)?(?:老师|班主任|园长)[^。!?,\n]{0,10}(?:礼物|礼品|购物卡|烟|酒|红包|送礼|心意)
  给老师[^。!?,\n]{0,4}(?:买|送|准备)
`
function judgeFamiliesMoney(subject: Subject) {
  return subject.isPublic ? findingAt(subject, 'hold', findMeant(subject, AMONG_FAMILIES), { sureness: 1 }) : undefined
}

/** A basis, and somebody who answers for it. */
const hasBasis = ({ context, post }: Subject) =>
  Boolean(context.feeBasis?.trim()) && (post.role === 'principal' || Boolean(context.approvedBy?.trim()))

/** A fee notice names its basis and waits for the principal (C37). */
export const judgeFees: JudgeRule = (subject) => {
  if (subject.post.noticeKind !== 'fee' || hasBasis(subject)) return undefined
  const amounts = findAll(subject.text.tight.text, /\d+(?:\.\d+)?\s?元/g)
  return findingAt(subject, 'hold', amounts) ?? { verdict: 'hold', spans: [{ field: 'kind', start: 0, end: 0 }] }
}
