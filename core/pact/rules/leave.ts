// Decides whether somebody asks for leave where nobody may see it (L01).
import { clauseAround, isSpokenOf, type Range, hint, words } from '../neighbours'
import { findAll, findingAt, type JudgeRule } from '../finding'

/** Asking for it. */
const ASKS = words`
  请(?:个|一?天|半天|两天|几天|[\d一二三四五两半]+(?:天|节|个|周|星期|礼拜)?(?:课)?的?|上?午的?|下午的?|病|事|长|短)*假(?!条|的(?:同学|孩子|家长|小朋友|流程|话|方式)|制度|规定|手续|流程|怎么|找|要|期|系统|单|类|审|在|回)
  告(?:个|一天|几天|两天)?假|(?:想|要|帮|给|替|为)[^。!?,\n]{0,10}请(?:一下|个|下)?(?:[\d一二三四五半两]+天)?假|qing\s?jia|清假|请jia|(?:批|准)(?:个|一?下|我们?)?(?:[\d一二三两半]天)?假
`
/** Saying that the child will not come. */
const STAYS_AWAY = words`
  (?:今天|今日|今儿(?:个)?|明天|明儿|明日|后天|上午|下午|早上|早晨|今早|明早|晌午|这(?:两|几)天|明后(?:两)?天|这周|本周|下周|周[一二三四五]|\d+号|星期[一二三四五]|先|暂时|就|要|得|只能)[^。!?\n]{0,14}?(?:不(?:能|去|来|上|到|过)[^。!?,\n]{0,4}(?:学校|上学|上课|幼儿园|园|校|学|参加(?:上课|早读))|(?:不(?:去|来|过去|过来|送(?:去|过去|来|过来|他|她|娃|孩子)?|上(?:学|课|延时|托管)?)|(?:来|去|过来|过去|到|上)不了|(?:来|去)不成|不上学|不到校|不到园|不入园|缺席|缺课|缺一天)(?:了|啦|哈|咯|喽)?|(?:晚|迟)(?:一?点|一会|些|\d+分钟|半小时|一小时)?[^。!?,\n]{0,4}(?:到校?|来|去|送(?:来|去|过去)?|入园|到园)|在家(?:躺|歇|睡|养|休息|休养|观察|养病|隔离|照顾|缓|待))
  (?:歇|休息|休|躺|缓|养|隔离|观察)(?:上)?(?:[一两二三四五几半\d]+)(?:个)?(?:天|周|星期|礼拜)|(?:[一二三四五六七八九十\d]+点|第[一二三四五六]节|最后一节|末节)(?:课)?(?:(?:后|以后)?[^。!?,\n]{0,4}(?:来接|去接|接(?:他|她|娃|孩子|走))|[^。!?,\n]{0,4}(?:就|他|她)?不上)|(?:[一二三四五六七八九十\d]+点|第[一二三四]节)[^。!?,\n]{0,6}(?:以?后|左右|再|才)[^。!?,\n]{0,4}(?:到校|到园|来校|送(?:来|去|过去)|来(?:上课|上学)|去(?:上课|学校))
  (?:得|要|想|需要|先|可能)?(?:提前|早点|早些|早一点|中途|中间|半路)(?:去|来|把)?[^。!?,\n]{0,6}(?:接(?:走|他|她|娃|孩子|回|出)|离校|离园|放学|走(?!路))|(?:回老家|去外地|去省城|去[\u4e00-\u9fff]{2,4})[^。!?,\n]{0,10}[一二两三四五几\d]+天(?=[,。!]|$|就|再|才|回)|(?:周[一二三四五]|[\d一二三]+(?:号|天后)|下周|后天)(?:再|才|就)?(?:回(?:来|去|校|学校)|来|去|返校)(?:上学|上课|报到|学校)?(?=[,。!\s]|$|吧|哈)
`
/** Staying away said so plainly that no reason is needed. */
const PLAINLY_AWAY =
  /不(?:能|去|来|到|送)[^。!?,\n]{0,2}(?:学校|幼儿园|到校|入园|上学|上课|校|园)(?:了|啦|哈)?|不送(?:过去|来|他|她|娃|孩子)?了|不上学了/
const REASON = hint`
  鼻涕|低烧|高烧|退烧|没精神|着凉|受凉|起疹|疹子|皮疹|肠胃|中暑|扁桃体|支气管|肺炎|受伤|扭|挂水|吊水|挂号|就医|隔离|体检|考级|比赛|去世|葬|婚|飞机|火车|发烧|发热|感冒|烧到|烧了|烧得|\d{2}度|惊厥|中耳炎
  咳嗽|生病|不舒服|不得劲|不精神|蔫|难受|肚子(?:疼|痛)|拉肚子|屙|拉稀|闹肚子|腹泻|呕吐|吐(?:了|得)|一直吐|又吐|上吐|牙(?:疼|痛)|看牙|拔牙|头(?:疼|痛|晕)|嗓子|喉咙|哑|流血|缝|石膏|换药|复查|复诊|抽血|化验|眼睛|红眼病|输液|打针|打点滴|看(?:医生|病|大夫)|(?:去|上|到|跑|在)[^。,]{0,4}(?:医院|卫生院|诊所)|住院|检查|手术|水痘|手足口|流感|腮腺炎|肺|病毒
  甲流|乙流|诺如|疱疹|过敏|骨折|摔|崴|家里(?:有|临时)|有(?:点|急)?事|回老家|奔丧|白事|过世|走了(?=,)|没了|老(?:了|人)|送(?:一程|殡|葬)|上坟|迁坟|满月|喜酒|婚礼|结婚|出门|旅游|办(?:证|护照|签证|身份证|户口)|身份证|搬家|农忙|打谷|收麦|没(?:得)?人(?:送|接)|忙不开|车坏|大雪|落雪|封路|起晚|睡过头|拔牙|补牙|破伤风|疫苗|报备
`
/** It is over, or it is asked how. */
const NOT_NOW = hint`
  昨天|前天|上周|上次|之前|曾经|已经?(?:请|批|填|提交|销|补)|请过|销假|补假|补(?:上|写|交)|怎么请|如何请
  请假(?:条)?(?:在哪|怎么|如何|找谁|流程|需要|要|是|的)|(?:流程|手续|方式|规定|制度)|[吗么]\s*[?]?$|[?]$|别的|其他|有的|没请|不用请|没有请|不请|请不了|请好(?:了)?假|从[^,。]{0,4}请假
`
/** Grown-ups stay away from meetings, children from school; and who is well again comes. */
const OTHERWISE = hint`
  家长会|志愿|护学|义工|开会|会议|讲座|开放日|家委会|直播|培训|我(?:上班|加班|出差|值班|可能)(?!,?(?:孩子|娃))|(?:爸爸|妈妈|爷爷|奶奶|家长|我)[^,。]{0,6}(?:来不了|去不了|不能来|不能去|过不来)
  (?:明天|今天|下周|周[一二三四五])[^,。]{0,4}(?:正常|照常|按时)(?:到|来|上|去|入)|销假|已经?(?:好|退烧|康复|痊愈)|能(?:上学|到校|来)(?:了|吗)|为什么|怎么回事
`

export const judgeLeave: JudgeRule = (subject) => {
  const { post } = subject
  if (subject.isStaff || !subject.isPublic || post.kind === 'notice' || post.kind === 'album') return undefined
  const { text } = subject.text.tight
  const asks = findAll(text, ASKS).filter((range) => isNow(text, range))
  const away = OTHERWISE.test(text)
    ? []
    : findAll(text, STAYS_AWAY).filter(
        (range) =>
          (REASON.test(text) || PLAINLY_AWAY.test(text.slice(range.start, range.end))) &&
          !NOT_NOW.test(clauseAt(text, range.start)),
      )
  return findingAt(
    subject,
    'deflect',
    [...asks, ...away].sort((a, b) => a.start - b.start),
    { sureness: 2 },
  )
}

/** The clause a place is in, with the sign that ends it. */
function clauseAt(text: string, at: number): string {
  const { start, end } = clauseAround(text, at)
  return text.slice(start, end + 1)
}

function isNow(text: string, range: Range): boolean {
  const clause = clauseAt(text, range.start)
  const isOffer =
    !/怎么|如何|操作|流程|请问/.test(clause) &&
    /请[^,。]{0,4}假[^,。]{0,4}(?:可以|行|好)[吗么]|可以?(?:给|帮)?[^。,]{0,8}请[^。,]{0,4}假[吗么]|能[^。,]{0,8}请[^。,]{0,4}假/.test(
      clause,
    )
  return isOffer || (!NOT_NOW.test(clause) && !isSpokenOf(text, { start: range.start, end: range.end }))
}
