// Decides whether somebody advertises or sells (C10).
import { findAll, findMeant, findingAt, type JudgeRule } from '../finding'
import { findFrames, findSigns, type Frame } from '../frames'
import { BARGAIN, MONEY } from '../lexicon/amounts'
import { ANSWER, EARNING, FAVOUR, INVESTING, LENDING, SELLER, SELLING } from '../lexicon/offers'
import { TOLD } from '../lexicon/lessons'
import { BLATANT, CONTACT, PERSONAL, PRICE, SCHOOL_BUSINESS, TRADE, URGE } from '../lexicon/trade'
import { hint, anyOf } from '../../pattern'
import type { Range } from '../text'
import type { Subject } from '../subject'
/** What stands beside one another where somebody sells; each alone is everyday talk. */
const OFFER = [
  SELLER,
  anyOf`${SELLING}|${TRADE}|${LENDING}`,
  anyOf`${EARNING}|${INVESTING}`,
  anyOf`${MONEY}`,
  anyOf`${BARGAIN}`,
]
const WAYS = anyOf`${ANSWER}|${CONTACT}`
const SIGNS_NEEDED = 2
/** A question, something the child told, words to the teacher, the school's own business: more must stand beside. */
const EVERYDAY: readonly RegExp[] = [
  /请问|[?]|吗|多少钱|怎么(?!办都)|哪里|哪个|哪种/,
  /孩子(?:说|们|自己|抢|学|把|买|想|很|今天|回来)|(?:女儿|儿子)(?:说|今天|想|买)|全家|一家|我们(?:报名|参加)/,
  /^老师|老师(?:说|好|您好)|谢谢老师/,
  /班会|作业|儿童票|门票|公交|地铁|字帖|年卡/,
  SCHOOL_BUSINESS,
]

/** To the class: a price or goods, and enough beside them. */
function findOffer(subject: Subject): Range[] {
  const { text } = subject.text.tight
  if (FAVOUR.test(text)) return []
  const offered = findSigns(subject, OFFER)
  if (offered.length === 0) return []
  const signs = findSigns(subject, [WAYS], offered)
  const needed = SIGNS_NEEDED + EVERYDAY.filter((kind) => kind.test(text)).length
  return signs.length < needed ? [] : signs.sort(byPlace)
}

/** A guardian to a teacher in private: the offer is to the teacher. */
const OFFERED_TO_TEACHER = hint`
  (?:给|帮)(?:您|老师|你)(?:们)?(?:也)?(?:留|带|拿|寄|送|发|算|推荐|办|打折|优惠|返|提成|回扣|开|介绍|申请)|您(?:要不要|考虑|看(?:看)?要不要|有(?:没有)?兴趣|感兴趣|试试|也来|也可以|了解)|(?:帮(?:忙|我)?|跟|向|在)[^。!?,\n]{0,6}(?:家长|同事|班里|班级|群里|办公室|老师们?)[^。!?,\n]{0,4}(?:说|推|提|介绍|宣传|转|问|发)|推荐(?:一下|给)|返(?:给)?您|一台给您|(?:教师|老师)(?:专属|专享|有优惠|价)|一起(?:做|投|买|开)|成本价|内部价|需要(?:的话)?(?:找|跟|联系)我|给您(?:个)?[^。,!?\n]{0,4}(?:价|折|券|卡)|您要是(?:去|来|想|要|需要)|请您(?:当|做)(?!讲|志愿)|每(?:招|介绍|推荐)(?:一)?个|给您(?:[\d一二三五]+[百千十])|(?:跟我|咱们)一起(?:研究|投|做|学)|您(?:拿|来)[一二两三]?(?:套|盒|份|瓶)
`
const NO_OFFER = hint`${FAVOUR}|不(?:会|卖|发|打|做|是来)[^,。!?]{0,8}(?:广告|推|卖|东西)|绝不`
const TO_TEACHER: readonly Frame[] = [
  { act: SELLING, beside: [OFFERED_TO_TEACHER, hint`${MONEY}|${BARGAIN}|${SELLER}`], without: NO_OFFER, asks: true },
  { act: SELLER, beside: [OFFERED_TO_TEACHER], without: NO_OFFER, asks: true },
  { act: INVESTING, beside: [OFFERED_TO_TEACHER], asks: true },
  { act: EARNING, beside: [OFFERED_TO_TEACHER, hint`${SELLING}|${SELLER}`], asks: true },
]

/** Lessons and shops of a teacher's own or of their people. */
const SIDE_LINE = hint`
  跟我回家|(?:放学|课后|晚上|周末)[^。,!?\n]{0,6}(?:跟我|到我|来我|我家|我这)|(?:写|看|带)作业带讲题|我(?:家里|这里|那儿)(?:可以|能|还)?(?:带|补|辅导)|(?:我|咱)?(?:爱人|老公|先生|妻子|老婆|[姐妹哥弟]|朋友|同学|亲戚|闺蜜|表.)(?:在|开|办|的|刚|那边|新|暑假|寒假|周末|晚上)[^。!?\n]{0,16}(?:班|画室|店|机构|馆|工作室|中心|课|学堂)|(?:来|在|到)我(?:们)?[^。,!?\n]{0,5}(?:家|家里|工作室|画室|店里?|那)|(?:晚上|周末|周[一二三四五六日末]|假期|业余)[^。!?,\n]{0,8}(?:家里|在家|外面)[^。!?,\n]{0,4}(?:带|教|辅导|开|补)|我(?:在外面|自己|私下|周末|晚上)?[^。!?,\n]{0,4}(?:开|办|带|组)(?:了|着)?(?:一)?个[^。!?,\n]{0,6}(?:班|小组|课)|私下(?:辅导|补|上课)|带几个学生
`
const OF_STAFF: readonly Frame[] = [
  {
    act: anyOf`集训|培训|带讲题|讲题|写作业|小班|一对一|补(?:课|习)|辅导|提高班?|班|画室|课|名额|学生|机构|店|报我的?名`,
    beside: [
      SIDE_LINE,
      hint`${MONEY}|找我(?:登记|报名)?|减\d|报名|名额|要不要|优惠|打折|活动|减免|少[一二三四五百\d]|跟我说|报我`,
    ],
    without: /家长会|免费|学校(?:安排|组织|统一)|课后服务|志愿/,
    asks: true,
  },
]

export const judgeAdverts: JudgeRule = (subject) => {
  if (!subject.isStaff && TOLD.test(subject.text.tight.text)) return undefined
  const blatant = !subject.isPublic && subject.isStaff ? [] : findMeant(subject, BLATANT)
  if (blatant.length > 0) return findingAt(subject, 'hold', blatant, { sureness: 1 })
  const trade =
    subject.isPublic && !subject.isStaff && FAVOUR.test(subject.text.tight.text) ? undefined : findTrade(subject)
  if (trade) return trade
  if (subject.isPublic && !subject.isStaff) return findingAt(subject, 'hold', findOffer(subject))
  return findingAt(subject, 'hold', findFrames(subject, subject.isStaff ? OF_STAFF : TO_TEACHER))
}

/** Words of trades, and signs of an offer beside them. */
function findTrade(subject: Subject) {
  if (!subject.isPublic && subject.isStaff) return undefined
  const { text } = subject.text.tight
  const trade = findMeant(subject, TRADE)
  if (trade.length === 0) return undefined
  const isOwnWord = ({ start, end }: Range) => trade.every((word) => end <= word.start || word.end <= start)
  const signs = [PRICE, CONTACT, URGE]
    .map((words) => findAll(text, words).filter(isOwnWord))
    .filter((ranges) => ranges.length > 0)
  const score = Math.min(trade.length, 3) + signs.length + (PERSONAL.test(text) ? 1 : 0)
  const hasWay = findAll(text, CONTACT).length > 0 || findAll(text, PRICE).length > 0
  const needed = neededSigns(subject.isStaff, subject.isPublic, SCHOOL_BUSINESS.test(text))
  const isOffer = hasWay || (trade.length > 2 && !subject.isStaff && subject.isPublic)
  if (!isOffer || score < needed) return undefined
  return findingAt(subject, 'hold', [...trade, ...signs.flatMap((ranges) => ranges.slice(0, 1))].sort(byPlace))
}

const byPlace = (a: Range, b: Range) => a.start - b.start

/** How many signs make an offer: fewer from a guardian to a class, more where a school may well speak of prices itself. */
function neededSigns(isStaff: boolean, isPublic: boolean, isSchoolBusiness: boolean): number {
  if (!isPublic) return 4
  if (isStaff) return isSchoolBusiness ? 6 : 3
  return isSchoolBusiness ? 4 : 2
}
