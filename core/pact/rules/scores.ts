// Decides whether results of pupils, or anything that compares them, are shown (C18).
import { isSpokenOf, sentenceAround, type Mention, type Range, hint, words } from '../neighbours'
import { findAll, findingAt, type Finding, type JudgeRule } from '../finding'
import { wordOf } from '../params'
import type { Subject } from '../subject'

/** Words that make a number a mark. */
const EXAM = hint`
  考试|测验|测试|检测|成绩|成积|分数|期中|期末|单元|月考|周考|周测|模拟|摸底|统考|抽测|质检|学业|语文|数学|英语|科学|总分|满分|均分|及格|优秀率|听写|默写|口算|考了|考得
  得分|名次|排名|倒数|试卷|卷子|三科|两科|综合素质|等第|竞赛卷|\d{2}分以[上下]|体测|达标
`
/** Results of play and sport are no school marks. */
const SPORT =
  /[得选]票|票数|评选|作品|运动会|比赛|大赛|赛(?:跑|事|场)|跳绳|接力|球赛|足球|篮球|征文|演讲|朗诵|绘画|合唱|机器人|科技节|艺术节|拔河|游泳|棋|棒球|舞蹈/
/** Bands count only where there was an exam; competitions have prizes. */
const REAL_EXAM = /默写|听写|单词|口算|期中|期末|考试|测验|测试|成绩|单元|月考|模拟/
/** What may stand between a name and its mark. */
const TO_MARK = hint`
  ^(?:小?同学|小朋友)?(?:的)?[\s:,\-—=()"“”]{0,3}(?:(?:这次|本次|期中|期末|单元|月考|测试|测验|考试)?(?:的)?(?:语文|数学|英语|科学|语|数|英|总分|成绩|得分|分数|平均|总成绩|默写|听写|口算)?(?:成绩)?(?:考试|测验|测试)?(?:只|才|竟然?|仅|又|也|一共|总共|共)?(?:考了|考|得了|得|获得|是|为|拿了|有|达到)?(?:了)?)[\s:,\-—=(]{0,3}(\d{1,3}(?:\.\d)?)(?![\d:\-—~%年月日号排列座届室楼班岁元块点人组本页张枚朵颗票度℃]|kg|cm|\.\d{2}|[.)]\s*[\u4e00-\u9fff])\s*(分(?!钟|组|钟|别|成|享|班|开|工)|个|次|秒|米)?
`
const GRADE = hint`
  ^(?:小?同学|小朋友)?[\s:,\-—(]{0,3}(?:[a-e][+-]?(?![a-z])|优\+?(?!秀|点|势|先|美)|良(?!好的)|及格|不及格|合格|不合格|待合格|待提高|不达标|达标)
`
const BEFORE_NAME = /(?:^|[^\d])(\d{2,3})分?(?:以上|以下)?[\s:、—-]{0,2}$/
/** 一等 张小明, 不及格:孙悦 */
const BAND_BEFORE_NAME =
  /(?:[一二三特]等|优秀|良好|及格|不及格|合格|待合格|待提高|优|良|中|差|全对|满分|错[^,。]{0,6})(?:的)?(?:有|是|同学)?[\s:、—-]{1,2}$/
/** Three subjects and a little more; longer numbers are no marks. */
const MARK_MOST = 750
/** Below this a number before the next name counts the names: 张小明 2、李思涵 3、 */
const NUMBERING_MOST = 50

/** 第3名, 倒数第二, 年级前10 */
const RANK = words`
  (?:全班|全校|年级|班级|班里|班上|排名?|名列|位列|位居|名次|倒数|排在|考了|得了|获得?)[^。!?,\n]{0,6}(?:第[一二三四五六七八九十\d]{1,3}(?:名|位)?|[一二三四五六七八九十\d]{1,3}名)
  第[一二三四五六七八九十\d]{1,3}名|前[一二三四五六七八九十\d]{1,3}名|垫底|最后一名
`
/** Figures that compare: averages, rates, bands. */
const COMPARISON = words`
  (?:平均|人均|最高|最低|均)分(?!成|配|为[^\d]|给|到|摊|组|发)[^。!?\n,]{0,8}?\d+(?:\.\d+)?分?
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
  (?<![\u4e00-\u9fff])(?![一二三四五六七八九十]+班|语文|数学|英语|科学|总分|满分|平均|最高|最低|附加|体育|音乐|美术)[\u4e00-\u9fff]{2,3}[\s::]{0,2}\d{2,3}(?:\.\d)?(?:分(?!钟)|(?=[\s,、;]|$))
`
/** A guardian shows a child's result. */
const OWN_RESULT = words`
  (?:我家|我们家|孩子|娃|儿子|女儿|宝贝|宝宝|他|她|小子|丫头|闺女)[^。!?\n]{0,14}(?:考了|考到|得了|拿了|得到)\s?(?:个)?(?:\d{2,3}(?:\.\d)?\s?分?|满分|双百|第[一二三四五六七八九十\d]+名?|全班第|年级第)(?!岁|元|块|点|号|天|个月)
`

type Marked = Range & { isCertain: boolean }

/** Marks beside names; certain where 分 or the words around say so. */
function marksOf(subject: Subject, mentions: readonly Mention[]): Marked[] {
  const { text } = subject.text.tight
  const hasExam = EXAM.test(text)
  const isSport = SPORT.test(text)
  return mentions.flatMap((mention): Marked[] => {
    const after = text.slice(mention.end, mention.end + 26)
    const mark = TO_MARK.exec(after)
    const isNumbering = mark && Number(mark[1]) < NUMBERING_MOST && after.charAt(mark[0].length) === '、' && !mark[2]
    if (mark && !isNumbering && Number(mark[1]) <= MARK_MOST) {
      const unit = mark[2] ?? ''
      const counted = /[个次秒米]/.test(unit)
      if (counted && !/测试|测验|成绩|达标|体测|排名/.test(text)) return []
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
  if (!EXAM.test(text) || SPORT.test(text)) return []
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
    ...(marks.some((mark) => mark.isCertain) || marks.length >= 2 ? marks : []),
    ...hiddenMarks(text),
    ...(isAboutSomeone
      ? ranks.filter((range) => /\d|[一二三四五六七八九十]|垫底/.test(text.slice(range.start, range.end)))
      : []),
    ...spoken(text, findAll(text, COMPARISON)),
    ...(ONE_BY_ONE.test(text) || (!subject.isStaff && /请问|吗|[?]/.test(text))
      ? []
      : spoken(text, findAll(text, PUBLISHED))),
    ...(subject.isStaff ? [] : spoken(text, findAll(text, OWN_RESULT))),
  ]
  return findingAt(subject, 'refuse', places, { sureness: 1 })
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
