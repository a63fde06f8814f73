// Decides whether results of pupils, or anything that compares them, are shown (C18).
import { isSpokenOf, sentenceAround, type Mention, type Range, hint, words } from '../neighbours'
import { findAll, findingAt, type Finding, type JudgeRule } from '../finding'
import { wordOf } from '../params'
import type { Subject } from '../subject'

/** Words that make a number a mark. */
const EXAM = hint`
  考试|测验|测试|检测|成绩|成积|分数|期中|期末|单元|月考|周考|周测|模拟|摸底|统考|抽测|质检|学业|语文|数学|英语|科学|总分|满分|均分|及格|优秀率|听写|默写|口算|考了|考得
  得分|名次|排名|倒数|试卷|卷子|三科|两科|综合素质|等第|竞赛卷|\d{2}分以[上下]|体测|达标|测评|小测|闯关|过关|考核|擂台|抽查|抽背|[上过到][六七八九]十五?的|百词|等次|定级|评级|考级|背诵榜
`
/** Results of play and sport are no school marks. */
const SPORT =
  /[得选]票|票数|评选|作品|运动会|比赛|大赛|赛(?:跑|事|场)|跳绳|接力|球赛|足球|篮球|征文|演讲|朗诵|绘画|合唱|机器人|科技节|艺术节|拔河|游泳|棋|棒球|舞蹈/
/** Bands count only where there was an exam; competitions have prizes. */
const REAL_EXAM =
  /小测|测评|闯关|过关|等[第级次]|口语|背诵|默写|听写|单词|口算|期中|期末|考试|测验|测试|成绩|单元|月考|模拟/
/** What may stand between a name and its mark. */
const TO_MARK = hint`
  ^(?:小?同学|小朋友)?(?:的)?[\s:,\-—=()"“”]{0,3}(?:(?:这[次回]|这回|本次|上次|好像|大概|估计|应该|期中|期末|单元|月考|测试|测验|考试)?(?:的)?(?:语文|数学|英语|科学|语|数|英|总分|成绩|得分|分数|平均|总成绩|默写|听写|口算)?(?:成绩)?(?:考试|测验|测试)?(?:只|才|竟然?|仅|又|也|一共|总共|共)?(?:考了|考|得了|得|获得|是|为|拿了|有|达到)?(?:了)?)[\s:,\-—=(]{0,3}(\d{1,3}(?:\.\d)?|[一二三四五六七八九]?十(?!分|字|足)[一二三四五六七八九几来多]?|[一二三]百(?!个|次)|满分|双百)(?![\d:\-—~%年月日号排列座届室楼班岁元块点人组本页张枚朵颗票度℃]|kg|cm|\.\d{2}|[.)]\s*[\u4e00-\u9fff])\s*(分(?!钟|组|钟|别|成|享|班|开|工)|个|次|秒|米)?
`
const GRADE = hint`
  ^(?:小?同学|小朋友)?[\s:\-—(]{0,3}(?:[a-e][+-]?(?![a-z\d])|优\+?(?!秀|点|势|先|美)|良(?!好的)|及格|不及格|合格|不合格|待合格|待提高|不达标|达标)
`
const BEFORE_NAME = /(?:^|[^\d])(\d{2,3})分?(?:以上|以下)?[\s:、—-]{0,2}$/
/** 一等 张小明, 不及格:孙悦 */
const BAND_BEFORE_NAME = hint`
  (?:[一二三特]等|优秀|良好|及格|不及格|合格|待合格|待提高|全对|满分|错[^,。]{0,6}|[优良中差a-e][档等级组]?|(?:一次|两次|未|没|全部|顺利|全)?过关|一次过|通过|达标|(?:\d{2}|[六七八九]十[五]?)(?:分)?(?:以[上下])?)(?:的)?(?:同学|孩子|小朋友)?(?:分别)?(?:有|是|为|同学)?(?:[\s:、—-]{1,2}|(?<=[的是有为]))$
  (?:^|[:;,。\s])[优良中差a-e][档等级组]?$
`
/** Three subjects and a little more; longer numbers are no marks. */
const MARK_MOST = 750
/** Below this a number before the next name counts the names: 张小明 2、李思涵 3、 */
const NUMBERING_MOST = 50

/** 第3名, 倒数第二, 年级前10 */
const RANK = words`
  (?:全班|全校|年级|班级|班里|班上|排名?|名列|位列|位居|名次|倒数|排在|考了|得了|获得?)[^。!?,\n]{0,6}(?:第[一二三四五六七八九十\d]{1,3}(?:名|位|(?!单元|课|章|节|页|期|届|组|周|册|号|排|次|小|中|批|轮|天|站|场|条|项|个|层|楼|学期|季|实验|[一二三四五六七八九十\d]))|[一二三四五六七八九十\d]{1,3}名)
  第[一二三四五六七八九十\d]{1,3}名|(?:我们|[一二三四五六七八九十\d]+)班?第[一二三四五六七八九十](?=[,。;\n]|$)|全[镇区县市校乡]第[一二三四五六七八九十\d]{1,2}(?![\u4e00-\u9fff]{0,2}(?:小学|中学|幼儿园))|前[一二三四五六七八九十\d]{1,3}名|垫底|最后一名
`
/** Figures that compare: averages, rates, bands. */
const COMPARISON = words`
  (?:平均|人均|最高|最低|均)分(?!成|配|为[^\d]|给|到|摊|组|发)[^。!?\n,]{0,8}?(?:\d+(?:\.\d+)?|[一二三四五六七八九]?十[一二三四五六七八九]?(?:点[零一二三四五六七八九]+)?)分?
  (?:优秀|合格|及格|达标)率[^。!?\n]{0,6}[一二三四五六七八九]成|平均(?:分)?(?:比|差|低|高)[^。!?\n,]{0,8}\d+(?:\.\d+)?分?
  (?:优秀|及格|合格|优良|达标|满分|不及格)率[^。!?\n]{0,8}?\d+(?:\.\d+)?%?|\d{2,3}分(?:以上|以下|及以上)[^。!?\n,]{0,8}?\d+(?:人|个|名)
  (?:不及格|满分|及格|优秀)(?:的)?(?:共|有|共有)?\d+(?:人|个|名)|分数段
`
/** 成绩如下, 排名见附件 */
const PUBLISHED = words`
  (?:成绩|名次|排名|分数|等级)(?:单|表|榜|册|汇总|情况|统计|成绩|排名)*(?:已经?|现)?(?:公布|公示|通报|发布|出炉|张榜|上传|发)?(?:如下|见附件|见下|见图|附后|在附件|发在群|发群里|截图|(?:已经?)?(?:上传|发布|公布|出来|发)[^。!?\n]{0,12}(?:对照|看看?|位置|附件|群|各位|大家)|[::]\s*(?=[\u4e00-\u9fffa-z]{1,4}[\s\d::]))
  (?:公布|通报|晒|附|看)(?:一下|下|上|出)?[^。!?,\n]{0,8}(?:成绩|名次|排名|分数)(?:单|表|榜)?(?!将|请|单独|私|不|的通知|查询)
`
/** Results that are given out one by one. */
const ONE_BY_ONE =
  /单独|私下|私聊|个别|一对一|逐一|各自|自行查询|只发给|本人|分别发|查询(?:方式|入口)?|素质报告|等[级第]制/
/** 3号 95分, zxm 98: children without their names. */
const BY_NUMBER = words`
  (?<!\d)\d{1,2}号[\s::]{0,2}\d{2,3}(?:分|(?=[\s,、;]|$))
`
const BY_LETTERS = words`
  (?<![a-z])[a-z]{2,3}[\s:]{0,2}\d{2,3}(?:分|(?=[\s,、;]|$))
`
/** Names of children who are not on the roster at hand: 王小红98 李大力87. */
const BY_ANY_NAME = words`
  (?<![\u4e00-\u9fff])(?![一二三四五六七八九十]+班|语文|数学|英语|科学|总分|满分|平均|最高|最低|附加|体育|音乐|美术)[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛范彭鲁韦马苗方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕罗毕郝邬安常于傅皮齐康伍余顾孟黄穆萧尹姚邵汪祁毛狄米贝臧戴宋庞熊纪舒屈项祝董梁杜阮蓝闵季贾江童颜郭梅林钟徐邱骆高夏蔡田樊胡凌霍万柯卢莫房丁邓洪包左石崔龚程邢裴陆荣翁段侯宁叶白蒲赖卓乔欧阳尚温庄晏柴阎连习向古易廖耿匡曾关查荆游权盖岳帅][\u4e00-\u9fff]{1,2}[\s::]{0,2}\d{2,3}(?:\.\d)?(?:分(?!钟)|(?=[\s,、;]|$))
`
/** A guardian shows a child's result. */
const OWN_RESULT = words`
  (?:我家|我们家|孩子|娃|儿子|女儿|宝贝|宝宝|他|她|小子|丫头|闺女)[^。!?\n]{0,14}(?:考了|考到|得了|拿了|得到|才|只有)\s?(?:个)?(?:\d{2,3}(?:\.\d)?(?!\d)\s?分?|[一二三四五六七八九]十[一二三四五六七八九几多]|满分|双百|第[一二三四五六七八九十\d]+名?|全班第|年级第)(?!岁|元|块|点|号|天|个月)
`

/** Counts of play become results where somebody measures. */
const MEASURED = /测[试验评]|成绩|达标|体测|排名|考核|闯关|过关|小测|多练/
/** Sizes, seats, money: numbers beside names that measure nobody. */
const NO_MARK =
  /尺[码寸]|校服|鞋码|身高|体重|号码|座位|床|编号|学号|页码|订[购阅奶]|份数|缴费|余额|退[费款]|金额|[车站]牌|生日|借[书阅]|年龄|出生|电话|身份证|册数|时间表|排练/
/** 小红花 14朵: what is handed out for merit, counted child by child. */
const MERIT = /红花|星星|五角星|积分|贴纸|奖章|印章|笑脸|点赞卡|表现分|加分|得分|能量豆|勋章|闯关|币/
const MERITS = /^(?:小?同学|小朋友)?[\s:,—-]{0,3}\d{1,3}\s?(?:朵|颗|枚|张|个|分|星|币|豆|面)/
/** 4分12秒 错0, 一次过 */
const RESULT =
  /^(?:小?同学|小朋友)?[\s:,—-]{0,3}(?:\d{1,2}分(?:钟)?\d{1,2}秒|\d{1,2}秒\d{0,2}|错(?:了)?\s?\d+|对(?:了)?\s?\d+|全对|(?:[一二两三四五]|\d)次(?:过|才过|通过)|(?:未|没|已)?(?:通过|过关|达标)|没做完|补考|[a-e][档级等])/
const RESULTS_LEAST = 2
const MERITS_LEAST = 3

/** Results and merits that stand beside several names. */
function resultsOf({ text: { tight } }: Subject, mentions: readonly Mention[]): Range[] {
  const beside = (words: RegExp) => mentions.filter(({ end }) => words.test(tight.text.slice(end, end + 20)))
  const results = EXAM.test(tight.text) && !/运动会|比赛|大赛/.test(tight.text) ? beside(RESULT) : []
  const merits = MERIT.test(tight.text) && !NO_MARK.test(tight.text) ? beside(MERITS) : []
  return [...(results.length >= RESULTS_LEAST ? results : []), ...(merits.length >= MERITS_LEAST ? merits : [])]
}

/** A result told to sell a course is an advert (C10). */
const TRADE = /报名|立减|优惠|推荐|试听|名额|一对一|学费|课时|引流|老学员/

type Marked = Range & { isCertain: boolean }

/** 九十八 is a mark as well as 98; a written one is never a numbering. */
const markOf = (mark: string | undefined) => (/\d/.test(mark ?? '') ? Number(mark) : NUMBERING_MOST)

/** Marks beside names; certain where 分 or the words around say so. */
function marksOf(subject: Subject, mentions: readonly Mention[]): Marked[] {
  const { text } = subject.text.tight
  const hasExam = EXAM.test(text)
  const isSport = SPORT.test(text)
  return mentions.flatMap((mention): Marked[] => {
    const after = text.slice(mention.end, mention.end + 26)
    const mark = TO_MARK.exec(after)
    const isNumbering = mark && markOf(mark[1]) < NUMBERING_MOST && after.charAt(mark[0].length) === '、' && !mark[2]
    if (mark && !isNumbering && markOf(mark[1]) <= MARK_MOST) {
      const unit = mark[2] ?? ''
      const counted = /[个次秒米]/.test(unit)
      if (counted && !MEASURED.test(text)) return []
      const isCertain =
        (unit.startsWith('分') && !isSport) || (hasExam && (!isSport || counted || unit.startsWith('分')))
      return [{ start: mention.start, end: mention.end + mark[0].length, isCertain }]
    }
    const before = BEFORE_NAME.exec(text.slice(Math.max(0, mention.start - 10), mention.start))
    if (before && hasExam && Number(before[1]) <= MARK_MOST)
      return [{ start: mention.start, end: mention.end, isCertain: true }]
    if (hasExam && !isSport && isCompared(text, mention) && /\d\s?分(?!钟|组)/.test(text))
      return [{ start: mention.start, end: mention.end, isCertain: true }]
    const inBand = BAND_BEFORE_NAME.test(text.slice(Math.max(0, mention.start - 8), mention.start))
    if (inBand && REAL_EXAM.test(text)) return [{ start: mention.start, end: mention.end, isCertain: true }]
    const grade = hasExam ? GRADE.exec(after) : null
    return grade ? [{ start: mention.start, end: mention.end + grade[0].length, isCertain: true }] : []
  })
}

/** The same without a roster or with children hidden behind numbers: at least two of a kind, in words of an exam. */
function hiddenMarks(text: string): Range[] {
  if (!EXAM.test(text) || SPORT.test(text) || /标准|评分|分值|占比|权重|题型/.test(text)) return []
  return [BY_NUMBER, BY_LETTERS, BY_ANY_NAME].flatMap((words) => {
    const found = findAll(text, words)
    return found.length >= 2 ? found : []
  })
}

function ranksOf(subject: Subject): Range[] {
  const { text } = subject.text.tight
  if (!EXAM.test(text)) return []
  const isSport = SPORT.test(text) && !/成绩|考试|期中|期末|语文|数学|英语/.test(text)
  return isSport ? [] : findAll(text, RANK).filter((range) => !isSpokenOf(text, range))
}

/** 前三:张小明、李思涵 */
const PLACES = words`
  (?:前|后|倒数|最后)(?:[一二三四五六七八九十]+|\d{1,2})(?:名|位|个|强)?(?:的)?(?:同学|孩子|小朋友)?(?:分别|依次)?(?:已|[^,。;:]{0,6}贴[^,。;:]{0,8})?(?:[是为有:]|[\s—-]{1,2})
  (?:上|过|够)(?:了)?(?:\d{2}|[六七八九]十五?)(?:分)?的(?:有|是|[::])|(?:[两三四五六七八九十]|\d+)个(?:上|过|没上|不到|没到|低于)(?:了)?(?:\d{2}|[六七八九]十五?)(?:分)?的?
`
/** Names right after such places, in words of an exam. */
const leadersOf = (text: string, mentions: readonly Mention[]): Range[] =>
  EXAM.test(text) && !(SPORT.test(text) && !REAL_EXAM.test(text)) && !/请假|志愿|值日/.test(text)
    ? findAll(text, PLACES).filter(({ end }) => mentions.some(({ start }) => start >= end - 1 && start <= end + 6))
    : []

const spoken = (text: string, ranges: Range[]) => ranges.filter((range) => !isSpokenOf(text, range))

export const judgeScores: JudgeRule = (subject, params) => {
  if (subject.post.kind === 'private' || subject.post.audience === 'child')
    return judgePrivateScores(subject, params.own)
  if (!subject.isPublic) return undefined
  const { text } = subject.text.tight
  const children = subject.mentions.filter((mention) => !mention.isFamily)
  const marks = marksOf(subject, children)
  const ranks = ranksOf(subject)
  const isAboutSomeone = children.length > 0 || /我班|本班|咱班|全班|班级|年级|平行班|我们班|孩子/.test(text)
  const places = [
    ...(marks.some((mark) => mark.isCertain) || (marks.length >= 2 && !NO_MARK.test(text)) ? marks : []),
    ...resultsOf(subject, children),
    ...(children.length > 0 ? leadersOf(text, children) : []),
    ...hiddenMarks(text),
    ...(isAboutSomeone
      ? ranks.filter((range) => /\d|[一二三四五六七八九十]|垫底/.test(text.slice(range.start, range.end)))
      : []),
    ...spoken(text, findAll(text, COMPARISON)),
    ...(ONE_BY_ONE.test(text) || (!subject.isStaff && /请问|吗|[?]/.test(text))
      ? []
      : spoken(text, findAll(text, PUBLISHED))),
  ]
  const own = subject.isStaff || TRADE.test(text) ? [] : spoken(text, findAll(text, OWN_RESULT))
  return findingAt(subject, 'refuse', [...places, ...own], { sureness: places.length > 0 ? 1 : 0 })
}

/** A child in a sentence with marks: somebody is measured by it. */
function isCompared(text: string, { start }: Range): boolean {
  const sentence = sentenceAround(text, start)
  return /\d\s?分(?!钟|组)|第[一二三四五六七八九十\d]+名|考得|成绩|名次/.test(text.slice(sentence.start, sentence.end))
}

/** One-to-one: only where the pact allows it, and only the result of that child. */
function judgePrivateScores(subject: Subject, own: unknown): Finding | undefined {
  if (!subject.isStaff) return undefined
  const { text } = subject.text.tight
  const others = subject.mentions.filter(({ index }) => subject.context.roster[index]?.name !== subject.context.toChild)
  const othersMarks = others.filter((mention) => isCompared(text, mention))
  if (subject.context.toChild && othersMarks.length > 0)
    return findingAt(subject, 'refuse', othersMarks, { sureness: 1 })
  if (wordOf({ own }, 'own', ['allow', 'forbid'], 'forbid') === 'allow') return undefined
  const marks = [
    ...marksOf(subject, subject.mentions).filter((mark) => mark.isCertain),
    ...ranksOf(subject),
    ...spoken(text, findAll(text, /(?:考了|考|得了|成绩是?)\s?\d{2,3}\s?分/g)),
  ]
  return findingAt(subject, 'refuse', marks, { wayOut: ['edit'] })
}
