// Decides whether families are asked for money or presents without a basis and an approval (C36, C37).
import { hint, anyOf } from '../../pattern'
import { findAll, findMeant, findingAt, type Finding, type JudgeRule } from '../finding'
import { findFrames, type Frame } from '../frames'
import { MEASURE, NUMBER } from '../lexicon/amounts'
import { GIFTS, OFFICIAL_FEE, OWN_POCKET, POOLED, ROOM_GOODS } from '../lexicon/levies'
import { FRAUD_LESSON } from '../lexicon/lessons'
import { oncePerPost, type Subject } from '../subject'
import { isPaymentCode, isTill } from '../text'
import { leadsOut } from './links'
/** Money that goes to somebody's own pocket or code. */
const TRANSFER = anyOf`
  转(?:我(?!校|园|班)|账|帐|钱|款|到我|给我|我微信|至我|[\d一二三五十]+[元块])|微信(?:转|[发打]给?我|支付)|支付宝|收[款钱]码|付款码
  (?:扫|识别)[^。!?,\n]{0,8}(?:码)?(?:付|支付|缴|交)(?:款|费|钱)?|(?:打|汇)(?:到|入|款)[^。!?\n]{0,12}(?:卡|账|帐|号)
  (?:发|红包)[^。!?,\n]{0,4}给(?:我|老师|家委)[^。!?,\n]{0,4}\d+元
`
/** A collection. */
const COLLECT = anyOf`
  (?<![班家社外提结免代])(?:收取?(?![到获])|交|缴纳?|上交|补交|预交|催交|收齐|交齐)[^。!?,\n]{0,10}?(?:(?:班|资料|补课|教辅|试卷|打印|空调|活动|材料|保险|赞助|辅导|水|报名|服装|餐|车|门票|书本|服务|学|杂|管理)费|费用|\d+(?:\.\d+)?\s?[元块]|[一二三四五六七八九十百两]+[元块百]|钱)(?!家|品|正)
  (?:班费|补课费|资料费|教辅费|试卷费|打印费|空调费|活动费|书本费|材料费|保险费|赞助费|辅导费|水费|报名费|服装费|餐费|门票费?|车费|费用|学费|押金)[^。!?\n]{0,10}(?:每[人生位家]|\d+(?:\.\d+)?\s?[元块]|交(?!了|过)|缴|转|收(?!了|过))
  每(?:人|生|家|位|个孩子|个家庭|位家长|名学生)[^。!?,\n]{0,8}?\d+(?:\.\d+)?\s?[元块]
  每(?:人|家|生|位|户|个家庭)[^。!?,\n\d]{0,4}\d{2,4}(?![\d本个份张支页年级班岁分秒遍次句字题米])(?=[^。!?\n]{0,20}(?:转|发微信|交|收|接龙|付))
  [凑集][^。!?,\n]{0,4}(?:份子|钱|款)|aa制?(?=[^a-z]|$)
`
/** Presents and things. */
const PRESENTS = anyOf`
  (?:送|给|为|替)(?:各位|我们|所有|每位)?(?:老师|班主任|园长|校长|我)[^。!?,\n]{0,10}(?:礼物|礼品|购物卡|烟|酒|鲜花|蛋糕|心意|红包|表示)
  (?:老师|园长|校长|班主任|教师节)[^。!?\n]{0,14}(?:生日|节日|辛苦|快到|心意)[^。!?\n]{0,14}(?:准备|买|凑|送|表示)[^。!?,\n]{0,8}(?:礼物|礼品|心意|鲜花|蛋糕)
  家长[^。!?,\n]{0,6}赞助|(?:购物卡|礼品卡|充值卡|茅台|中华烟)
  (?:家长|家里|哪位|有条件)[^。!?\n]{0,12}(?:赞助|捐(?:一|台|个)|提供|买|送|搬)[^。!?,\n]{0,10}(?:空调|净化器|净水器|饮水机|打印机|投影|音响|窗帘|书柜|绿植|电脑|电视)
`
/** Nothing is to be paid, or somebody gets it back. */
const NOTHING_TO_PAY = hint`
  免费|公示(?:栏|牌)|核定|已(?:打|发放|拨)|不收(?:取)?(?:任何)?(?:费|钱)|无需(?:缴|交)费|退(?:还|费|款|回)|补(?:助|贴)|报销|减免|由学校(?:承担|负担|支付)|零收费|不产生(?:任何)?费用|资助
  奖学金|助学金
`
/** What staff get. */
const PAID_OUT = /津贴|工资|绩效|奖励|奖金/
/** Pocket money, not the school's. */
const POCKET = /零花钱|自备|可携带|不超过\d+元|余额|充值(?!卡)|核对|自行(?:购买|决定|准备)|自愿(?!捐)|自费|自行|公交卡/

const SUM = hint`${NUMBER}\s?(?:元|块|毛)|(?:每|各|一)(?:人|家|户|位|个(?:孩子|小朋友|家庭|学生))[^。!?,\n]{0,8}?(?:交|出|凑|收)?[^。!?,\n]{0,2}(?:\d{2,4}(?![\d年月日本页个份])|[一二两三四五六七八九十百千]{2,5}(?![个本页年月名条份])|[五十百])|${NUMBER}(?=[,。])`
/** Every family gives, everybody brings: what a teacher asks the class for. */
const FROM_CLASS: readonly Frame[] = [
  {
    act: anyOf`(?:大家)?凑(?:一)?凑|一(?:人|家)${NUMBER}(?:块|元)|(?:每|各)(?:人|家|户|位(?:家长|同学|小朋友)?|个(?:孩子|小朋友|家庭|学生|家长))[^。!?\n]{0,10}?(?:交|出|凑|收|摊|集)|(?:出|凑|交|摊|集)(?:一)?(?:份子|点钱|些钱|个份子)|(?:众筹|集资|均摊|平摊|aa|按人头)|(?:添|换|买|装|修|订|做|印|布置|购)[^。!?\n]{0,20}(?:每|各)(?:人|家|户|个)`,
    beside: [hint`${SUM}|份子`, OWN_POCKET],
    asks: true,
    without: hint`${FRAUD_LESSON}|自行购买|零花钱|退(?:还|费|款|回)|不(?:收|用交|需要交)|公示|报销|免费|家长会|文明`,
  },
  {
    act: anyOf`(?:带|准备|交|买|送|认领|赞助|提供|捐|拿|备)[^。!?,\n]{0,10}?${NUMBER}(?:来)?${MEASURE}|(?:认领|赞助|资助|捐)(?:一下|一点|些)?|(?:每|各)(?:人|个(?:孩子|小朋友|同学)|位(?:同学|小朋友|家长))[^。!?,\n]{0,4}(?:交|带|准备|拿|买)[^。!?,\n]{0,4}(?:一|两|几)${MEASURE}|(?:谁家|哪家|哪位)[^。!?,\n]{0,8}(?:抬|搬|拿|带|送|买|捐|搞)[^。!?,\n]{0,4}(?:台|个|套|组|盆|来)|破费`,
    beside: [ROOM_GOODS, hint`${POOLED}|班里|记(?:着)?(?:你|您|大家)|家委|布置`],
    without: hint`${FRAUD_LESSON}|自愿(?!啊|,但|但)|废旧|旧报纸|归还|带回|写(?:上|好)名字|借(?:给|用|阅)|科学实验|不(?:用|要|需)带|失物|招领|捐赠|已(?:上架|收到)|感谢|谢绝|拒绝`,
  },
  {
    act: anyOf`(?:心意|礼物?|表示|礼品)[^。!?,\n]{0,6}(?:我|老师)?(?:收|领|实用|看着办|随意|不嫌)|(?:哪位|谁|有)[^。,!?\n]{0,6}(?:门路|路子|渠道|资源)|(?:谁|哪位|有)[^。!?,\n]{0,10}(?:能|可以|愿意)[^。!?,\n]{0,6}(?:赞助|解决|帮班里|提供)|(?:发|转|打)(?:给|到)?我?(?:微信|支付宝|卡)|交给我|转给(?:家委|会计|班)`,
    beside: [hint`${SUM}|门路|路子|实用|赞助|心意|我会记|份子|${ROOM_GOODS}`, hint`${OWN_POCKET}|${POOLED}|礼|心意`],
    without: hint`${FRAUD_LESSON}|不(?:收|能收|要送|用送)|谢绝|拒绝|退回|回执|截图|照片|作业|签名|自愿(?!啊|,但|但)`,
  },
]
/** A teacher to one family: something for themselves. */
const FOR_MYSELF: readonly Frame[] = [
  {
    act: anyOf`(?:给|帮|替|为)(?:我|老师|咱)(?:们)?(?:也|家)?[^。!?,\n]{0,6}?(?:留|带|捎|弄|拿|搞|买|寄|搬|送|找|安排|办|订|打(?:个)?折|优惠|装|修|洗|代|垫)|(?:您|你)?(?:帮|给)(?:我|忙)?(?:捎|带|弄|搞|留)(?:一|两|几|点|些|个)|支持(?:一下|下)?(?:老师|我)|成本价|内部价|友情价|亲情价|拿(?:个)?(?:折扣|优惠)|(?:能不能|可不可以|能否)[^。,!?]{0,6}(?:便宜|优惠|打折)|缺(?:一|两|几|个|点)?(?:箱|组|套|台|盒|个|部|辆)|(?:最近)?想换(?:个|部|台|辆)|(?:您|你)(?:懂的?|懂得|明白|看着办|看着(?:帮|给|挑))|(?:挑|送|搬|拿|寄)(?:一|两|几)?(?:台|套|箱|盒|件|个|部)(?:来|过来|给我)|意思意思|表示(?:一下|表示)|请(?:我们|老师|我|几位|任课)[^。,!?\n]{0,8}(?:坐(?:一)?坐|吃(?:个|顿)?饭|聚(?:一)?聚|搓一顿|喝(?:一)?杯)|(?:帮|给)我[^。,!?\n]{0,4}(?:打(?:个|声)?招呼|说句话|走(?:个)?(?:后门|关系)|安排|挂(?:个)?号|通融)|(?:喝|吃)(?:杯)?(?:喜酒|满月酒|酒席)|记在(?:账上|我这)`,
    beside: [hint`${GIFTS}|医院|单间|床位|专家号|坐一坐|吃饭|中队长|班长|位置`, hint`您|你|家长|爸|妈|爷|奶`],
    without: hint`带回(?:去|家)|让孩子带|(?<!能)不(?:能|要|用|可以)(?:收|送|买|给|破费|客气)|谢谢您(?:的好意|帮)|改天请您|退|水杯|校服|回执|作业|课本|书包|雨(?:伞|衣)|药|班费|家长会`,
    asks: true,
  },
  {
    act: anyOf`(?:先|能|可以?|能不能|您|你)?(?:借|支援|周转|垫|接济|赞助|资助)(?:给)?(?:我|一下|点)?(?!了)[^。!?,\n]{0,4}(?:${NUMBER}(?:元|块|万|千)|\d{3,}|[一二两三四五六七八九]千|[一二两三四五六七八九十]+万|点钱|钱|周转)|手头(?:有点|比较)?紧|差(?:个|点)?首付|(?:转|打|发)(?:我|给我)[^。!?,\n]{0,4}${NUMBER}`,
    beside: [hint`我|老师`, hint`您|你`],
    without: hint`书|伞|尺|橡皮|孩子[^。,!?]{0,6}(?:买|借|向|说)|家里借|您家|不用还|先垫了|给孩子垫|读书角|图书`,
    asks: true,
  },
]
/** A school's fee with its sum, to be paid (C37). */
const LEVY: readonly Frame[] = [
  {
    act: OFFICIAL_FEE,
    beside: [
      hint`${NUMBER}\s?(?:元|块)|\d{2,5}(?![\d年月日:班级室路楼页分个本名人])|[一二两三四五六七八九十百千]{2,6}(?![个月日周年节课时点分名人次本])`,
      hint`缴|交(?!流|接|通|替|作业)|收(?:取|费|齐)?|付|现金|信封|报名|每(?:人|生|月)|预缴|按月|缴清|清|信封|带来|交来|一次性|实行|共计?|合计|转`,
    ],
    without: hint`${FRAUD_LESSON}|我(?:同学|朋友|爱人|老公)|不收|免(?:费|收|交)|12345|补(?:助|贴)|(?<!不)退(?:费|款|还|回)|减免|报销|不(?:再|得|准|允许)收|举报|公示栏|自行(?:购买|前往)|财政|由学校(?:承担|支付)|余额|充值(?!卡)|核对|明白卡|谨慎|资助|招标|采购公示`,
  },
]

/** Asked by both rules on money. */
const leviesOf = oncePerPost((subject) => findFrames(subject, LEVY))

export const judgeAsking: JudgeRule = (subject) => {
  const { text } = subject.text.tight
  if (!subject.isStaff) return judgeFamiliesMoney(subject)
  // Whatever the basis of a fee: nobody pays through a notice.
  const tills = findTills(subject)
  if (tills) return tills
  if (subject.isPublic && FRAUD_LESSON.test(text)) return undefined
  const presents = findMeant(subject, PRESENTS)
  const transfers = findMeant(subject, TRANSFER)
  // A basis says what is levied, not that it may be paid into somebody's code: payment is no matter of a notice.
  if (hasBasis(subject)) return findingAt(subject, 'refuse', transfers, { sureness: 1 })
  const collections =
    NOTHING_TO_PAY.test(text) || POCKET.test(text) || PAID_OUT.test(text) ? [] : findMeant(subject, COLLECT)
  const asked = [
    ...presents,
    ...((hasAmount(text) && !/补助|补贴|已打到|发放/.test(text)) || /转我|转给我|支付宝|收款码|直接转/.test(text)
      ? transfers
      : []),
    ...collections,
  ]
  if (presents.length === 0 && isLevy(subject)) return undefined
  const frames = findFrames(subject, subject.isPublic ? FROM_CLASS : FOR_MYSELF)
  return findingAt(subject, 'refuse', [...asked, ...frames], { sureness: 1 })
}

/** Payment codes in photos, and the addresses that they stand for in the text. */
function findTills(subject: Subject): Finding | undefined {
  const inText = findingAt(
    subject,
    'refuse',
    leadsOut(subject).filter(({ host }) => isTill(host)),
    { view: 'plain', wayOut: ['delete_link'], isProven: true, sureness: 2 },
  )
  const photos = (subject.context.codes ?? []).filter(({ text }) => isPaymentCode(text))
  if (photos.length === 0) return inText
  const spans = [...photos.map(({ field }) => ({ field, start: 0, end: 0 })), ...(inText?.spans ?? [])]
  return { verdict: 'refuse', spans, wayOut: ['replace_photo', 'fee_notice'], isProven: true, sureness: 2 }
}

/** Into somebody's own pocket or code. */
const TO_A_PERSON = hint`
  转(?:给)?我|(?:发|打)(?:给|到)我|微信|支付宝|[收付]款码|扫(?:下面|码)|家委|班费|交给我|私下|转账|接龙
`
/** A comment stands under a fee notice; it levies nothing. */
const isFeeNotice = ({ post }: Subject) => post.kind === 'notice' && post.noticeKind === 'fee'

/** What the school itself levies is a matter of basis and approval (C37), unless it goes to somebody's own pocket. */
const isLevy = (subject: Subject) =>
  subject.isPublic &&
  !TO_A_PERSON.test(subject.text.tight.text) &&
  (isFeeNotice(subject) || leviesOf(subject).length > 0)

const hasAmount = (text: string) => /\d+(?:\.\d+)?\s?[元块]|[一二三四五六七八九十百两]+[元块]|费|款|钱/.test(text)

/** Guardians who collect money from one another in the class. */
const AMONG_FAMILIES = anyOf`
  收[款钱]码|转(?:账|帐|钱|给我)|份子|每(?:人|家|位)[^。!?,\n]{0,8}?\d+\s?[元块]
  (?:送|给|为)(?:各位|我们)?(?:老师|班主任|园长)[^。!?,\n]{0,10}(?:礼物|礼品|购物卡|烟|酒|红包|送礼|心意)
  给老师[^。!?,\n]{0,4}(?:买|送|准备)
`
function judgeFamiliesMoney(subject: Subject) {
  return subject.isPublic ? findingAt(subject, 'hold', findMeant(subject, AMONG_FAMILIES), { sureness: 1 }) : undefined
}

/** A basis, and somebody who answers for it: a principal for themselves only where no other leader could approve. */
export const hasBasis = ({ context, post }: Subject): boolean =>
  Boolean(context.feeBasis?.trim()) &&
  ((post.role === 'principal' && !context.secondLeader) || Boolean(context.approvedBy?.trim()))

/** A fee notice names its basis and waits for the principal (C37), whatever kind it is sent as. */
export const judgeFees: JudgeRule = (subject) => {
  if (hasBasis(subject)) return undefined
  if (isFeeNotice(subject)) {
    const amounts = findAll(subject.text.tight.text, /\d+(?:\.\d+)?\s?元/g)
    const spans = [{ field: 'kind', start: 0, end: 0 }]
    return findingAt(subject, 'hold', amounts, { isProven: true }) ?? { verdict: 'hold', spans, isProven: true }
  }
  if (!subject.isStaff || !subject.isPublic) return undefined
  return findingAt(subject, 'hold', leviesOf(subject))
}
