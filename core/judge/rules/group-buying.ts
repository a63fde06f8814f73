// Decides whether somebody gathers buyers (C15).
import { findMeant, findingAt, type JudgeRule } from '../finding'
import { findSigns } from '../frames'
import { BARGAIN, MEASURE, MONEY, NUMBER } from '../lexicon/amounts'
import { ANSWER } from '../lexicon/offers'
import { TOLD } from '../lexicon/lessons'
import { hint, anyOf } from '../../pattern'
import type { Range } from '../text'
import type { Subject } from '../subject'
const GROUP_BUYING = anyOf`
  [拼併][单團团购tT](?:uan)?|拼(?:个|一个|一下|着)?(?:团|单|购|图书单)|[团團](?:购|gou)(?:价|接龙|链接|群|啦|了)?
  [团团](?:一下|一波|了|起来|长|友)(?=[^。]{0,10}(?:要|买|链接|下单|报名|接龙|吗))|(?:\d+|[三五十两几])人(?:成|起)团
  拼[一半两]?(?:箱|件|盒|份|袋)|[凑湊](?:个|一|够|满)?(?:单|团|箱|人头)|(?:参|开|成|组|跟)[团團](?!体|队|结|圆|日|支|课)
  一起(?:买|团|拼|订(?!正|立|计划)|采购|下单)|合(?:伙|起来|着)(?:买|订|购)|众筹买
  (?:满|够|凑)\d+(?:本|件|份|人|套|箱|个|单)[^。!?\n]{0,10}(?:价|折|便宜|优惠|团|减)|团(?:价|长)|接龙(?:买|订|购|团)
  (?:买|订|购)[^。!?,\n]{0,10}接龙
`
/** How many it takes: 二十台起, 满十户, 还差六个, 人越多越便宜. */
const THRESHOLD = anyOf`
  (?:还|就|只)?差[^。,!?\n]{0,4}(?:满减|免邮|包邮|起送|成团|减)|${NUMBER}(?:多)?(?:户|家|个人|位)(?:一起|合伙|凑)(?:拿|买|订|团|入)|每(?:把|个|件|套|份|双|台|本|箱)(?:能)?(?:省|减|便宜)|拿${NUMBER}${MEASURE}(?:以上|起)|建了个?(?:表|接龙|群)|填(?:进去|一下)(?:尺码|数量)?|尺码填
  ${NUMBER}(?:多)?${MEASURE}(?:以上|起(?!床|来|点|立|送|批)|下单|起订|起批|就(?:能|可以|给|是|发|做|送)|才(?:能|给|肯|发)|(?:能|可以)?(?:打|享)[^。,!?\n]{0,4}折)
  (?:满|够|凑|凑满|凑够|凑齐|超过|过了|达到|来)(?:个|够|齐)?${NUMBER}${MEASURE}(?!学生|孩子|小朋友)
  人(?:越)?多(?:了)?[^。!?\n]{0,8}(?:便宜|价|优惠|才|就|肯|发|低|划算)|量(?:大|多)[^。!?,\n]{0,4}(?:优惠|便宜|价)|(?:再|还|就|只)?(?:差|缺|来|找)${NUMBER}?(?:个|份|单|件|家|户|套|副|台|本|位|人|盒|箱)(?:人|家)?(?:就)?(?:成|够|发车|拼|可以|满|齐|开|上车|速|能)
  (?:现在|目前|已经?)(?:有|凑了?|够|齐)?${NUMBER}(?:个|份|单|件|家|户|套|副|台|本|位|人|盒|箱)(?:人|家)?了?[^。!?\n]{0,6}差|凑(?:一)?[车单箱批趟]|凑(?:个)?(?:够|满|齐|整|数|免邮|人数)|(?:起|批)发量|发车|成团|开团|免邮|厂家直发|再(?:找|来|有)${NUMBER}(?:个|家|户|人|位)|还有谁|(?:六|几|${NUMBER})个人一人(?:一|两|半)|一次(?:要|拿|订)${NUMBER}${MEASURE}|包(?:一)?[车圆园]
`
/** Sharing a price, a parcel, a box. */
const SHARING = anyOf`
  一起匀|匀一匀|(?:几家|谁家|大家)[^。,!?\n]{0,4}匀|按(?:支|个|份|斤|人)(?:算|摊|分)
  (?:和|跟|与)[^。,!?\n]{0,6}(?:班|家|邻居|同事)(?:一起)?凑|找[^。,!?\n]{0,4}(?:家|人|户)(?:分|拼|合)|分(?:一)?分|(?:几家|咱们?|大家)(?:合着|合伙|合起来|凑着)|(?:整|一)箱[^。,!?\n]{0,6}(?:太多|吃不完)[^。!?\n]{0,8}分
  (?:运费|邮费|费用|钱|成本|价钱)?(?:平摊|分摊|均摊|aa制?|对半|平分|一人一半|对开)|(?:谁|有人|有没有|哪位|哪家|找)[^。!?,\n]{0,6}(?:跟|和|与)我[^。!?,\n]{0,6}(?:分|拼|凑|合|一起(?:买|订|拿|入))|分(?:一|半)(?:盒|箱|袋|份|桶)
  找人?拼|(?:一起|一块儿?|统一|集体|合伙|集中)(?:拿|买|订(?!正|立|计划)|团|入(?!场|园|队|学|座)|囤|采购|进货|下单|购|搞|弄|批发)|(?:买|订|拿|入|囤|要|换|做|购)[^。!?,\n]{0,12}的?(?:一起|一块儿?)(?:哈|吧|啊|呀|来|不|吗|啦|,|。|!|$)|[pP]个?团|组(?:个|一)(?:团|车|单|${MEASURE})|组(?:个)?[^。,!?\n会队织成委长员]{2,5},
  (?:拼|併)(?:一|半|个|整|几)?${MEASURE}?(?![图音写读搏版接盘装贴车命])|咱(?:们)?(?:班|几家|大家)?凑
`
/** Somebody has spoken with who sells. */
const DEALER = anyOf`
  (?:跟|和|与|找|联系|问)(?:了)?[^。!?,\n]{0,8}(?:老板|厂家|厂子|店家|店里|商家|书店|超市|供货商|批发商|出版社|工厂|卖家|送奶员|农户|果农|菜农|商家|老乡|门店|文具店|水果店|市场)[^。!?,\n]{0,6}(?:谈|讲|说|商量|砍|联系|约|订)?(?:好|妥|过|下来|定|成)?(?:了)?|联系(?:了|好)[^。!?,\n]{0,6}(?:厂|店|老板|供货)|(?:老板|厂家|店家|厂子|店里|人家|商家|果农|供货商|书店|出版社)[^。!?,\n]{0,6}(?:说|给|肯|答应|同意|让利|才)
  我(?:去|来|负责)[^。!?,\n]{0,10}(?:拉|收|批|进|采购|谈|统一|下单|买回|带回|订)|发(?:一)?[车箱](?:回来|过来)?
`
const GOODS_LIST = anyOf`
  (?:【|\[|^|\n)\s?#?接龙\s?(?:】|\]|:|,)[^。!?\n]{0,14}(?:\d+(?:\.\d+)?\s?(?:元|块|/|一)|[一二三四五六七八九十百]+[元块])
  接龙[:,。][^\n]{0,10}1[.、,][^\n。]{1,12}(?:[一二两三四五六七八九十\d]+)${MEASURE}
`
/** The school's own buying, or no buying at all. */
const NO_BUYING = hint`
  代理|经理|月入|作业|老师说|学校(?:统一|组织|说|要|让)|志愿|护学|值日|捐|义卖|[拼]车|爬山|公园|吃饭|聚会|写生|排练|读书会|不收钱|打球
`
/** A price, a parcel, something bought. */
const PURCHASE = anyOf`
  ${MONEY}|${BARGAIN}|(?:发|拉|带|寄)(?:一|几|整)?[车箱](?!位)|(?:一|整)(?:盒|箱|袋)太多|一人[一二两三四五六八\d]+(?:个|份|斤|盒)|单价|批发|团价|下单|送货|端盒|拼单|(?:要|买|订|拿|入)(?:一|两|几|半)?(?:${MEASURE})|买|订购|订(?!正|立|计划)
`

/** Enough of: how many it takes, sharing, a dealer spoken with, a price, an answer; the first two alone gather. */
function findGathering(subject: Subject): Range[] {
  const { text } = subject.text.tight
  if (NO_BUYING.test(text)) return []
  const list = findMeant(subject, GOODS_LIST)
  if (list.length > 0) return list
  const gathering = findSigns(subject, [THRESHOLD, SHARING])
  const dealt = findSigns(subject, [DEALER], gathering)
  if (dealt.length === 0) return []
  const bought = findSigns(subject, [PURCHASE], dealt)
  const isBulk = dealt.length > gathering.length && findSigns(subject, [THRESHOLD]).length > 0
  if (bought.length === dealt.length && !isBulk) return []
  const signs = findSigns(subject, [ANSWER], bought)
  const needed = (gathering.length > 0 ? 2 : 3) + (/请问|[?]|^老师|孩子说/.test(text) ? 1 : 0)
  return signs.length >= needed ? signs : []
}

/** The food hall's tender, a museum's group ticket, a group photo. */
const OTHER_GROUPS =
  /团(?:体票|队票|日|课|建|徽|员|委|旗|歌|结|圆)|拼(?:音|图|写|读|搏|版|接|盘|装)|社会团体|艺术团|合唱团|代表团|旅行团|参观团/

export const judgeGroupBuying: JudgeRule = (subject) => {
  if ((!subject.isPublic && subject.isStaff) || (!subject.isStaff && TOLD.test(subject.text.tight.text)))
    return undefined
  const found = findMeant(subject, GROUP_BUYING).filter(
    ({ start, end }) => !OTHER_GROUPS.test(subject.text.tight.text.slice(start, end + 1)),
  )
  const gathered = subject.isPublic && !subject.isStaff ? findGathering(subject) : []
  return findingAt(subject, 'refuse', [...found, ...gathered])
}
