// Decides whether somebody asks for leave where nobody may see it (L01).
import { clauseAround, isSpokenOf, type Range, hint, words } from '../neighbours'
import { findAll, findingAt, type JudgeRule } from '../finding'

/** Asking for it. */
const ASKS = words`
  请(?:个|一?天|半天|两天|几天|[\d一二三四五半两]+(?:天|节|个)?(?:课)?的?|上?午的?|下午的?|病|事|长|短)*假(?!条|的(?:同学|孩子|家长|小朋友|流程|话|方式)|制度|规定|手续|流程|怎么|找|要|期|系统|单|类|审|在)
  告(?:个|一天)?假|(?:想|要|帮|给|替|为)[^。!?,\n]{0,10}请(?:一下|个|下)?(?:[\d一二三四五半两]+天)?假|qing\s?jia|清假|请jia
`
/** Saying that the child will not come. */
const STAYS_AWAY = words`
  (?:今天|今日|明天|明日|后天|上午|下午|早上|今早|明早|这(?:两|几)天|这周|本周|周[一二三四五]|\d+号|星期[一二三四五]|先|暂时|就)[^。!?\n]{0,14}?(?:不(?:能|去|来|上|到|过)[^。!?,\n]{0,4}(?:学校|上学|上课|幼儿园|园|校|学|参加(?:上课|早读))|(?:不去|不来|来不了|去不了|到不了|不上学|不到校|不到园|不入园|缺席|缺课)(?:了|啦)?|(?:晚|迟)(?:一?点|一会|些|\d+分钟|半小时|一小时)?[^。!?,\n]{0,4}(?:到校?|来|去|入园|到园)|在家(?:休息|休养|观察|养病|隔离))
`
/** Staying away said so plainly that no reason is needed. */
const PLAINLY_AWAY = /不(?:能|去|来|到)[^。!?,\n]{0,2}(?:学校|幼儿园|到校|入园|上学|上课|校|园)(?:了|啦|哈)?/
const REASON = hint`
  鼻涕|低烧|高烧|退烧|没精神|着凉|受凉|起疹|疹子|皮疹|肠胃|中暑|扁桃体|支气管|肺炎|受伤|扭|挂水|吊水|挂号|就医|隔离|体检|考级|比赛|去世|葬|婚|飞机|火车|发烧|发热|感冒
  咳嗽|生病|不舒服|难受|肚子(?:疼|痛)|拉肚子|腹泻|呕吐|吐了|牙(?:疼|痛)|头(?:疼|痛|晕)|嗓子|输液|打针|看(?:医生|病|牙)|去医院|住院|检查|手术|水痘|手足口|流感
  甲流|诺如|疱疹|过敏|骨折|摔|崴|家里(?:有|临时)|有(?:点|急)?事|回老家|奔丧|喜酒|婚礼|出门|旅游|办(?:证|护照|签证)
`
/** It is over, or it is asked how. */
const NOT_NOW = hint`
  昨天|前天|上周|上次|之前|曾经|已经?(?:请|批|填|提交|销|补)|请过|销假|补假|补(?:上|写|交)|怎么请|如何请
  请假(?:条)?(?:在哪|怎么|如何|找谁|流程|需要|要|是|的)|(?:流程|手续|方式|规定|制度)|[吗么]\s*[?]?$|[?]$|别的|其他|有的|没请|不用请|没有请|不请
`

export const judgeLeave: JudgeRule = (subject) => {
  const { post } = subject
  if (subject.isStaff || !subject.isPublic || post.kind === 'notice') return undefined
  const { text } = subject.text.tight
  const asks = findAll(text, ASKS).filter((range) => isNow(text, range))
  const away = findAll(text, STAYS_AWAY).filter(
    (range) => (REASON.test(text) || PLAINLY_AWAY.test(text.slice(range.start, range.end))) && isNow(text, range),
  )
  return findingAt(
    subject,
    'deflect',
    [...asks, ...away].sort((a, b) => a.start - b.start),
    { sureness: 2 },
  )
}

function isNow(text: string, range: Range): boolean {
  const { start, end } = clauseAround(text, range.start)
  const clause = text.slice(start, end + 1)
  const isOffer =
    !/怎么|如何|操作|流程|请问/.test(clause) &&
    /请[^,。]{0,4}假[^,。]{0,4}(?:可以|行|好)[吗么]|可以?(?:给|帮)?[^。,]{0,8}请[^。,]{0,4}假[吗么]|能[^。,]{0,8}请[^。,]{0,4}假/.test(
      clause,
    )
  return isOffer || (!NOT_NOW.test(clause) && !isSpokenOf(text, { start: range.start, end: range.end }))
}
