// Decides whether homework is given to families, or talked about in the class (C20).
import { isReported, isSpokenOf, sentenceAround, hint, words } from '../neighbours'
import { findAll, findingAt, type JudgeRule } from '../finding'

/** 今日作业: … */
const HEADING = words`
  (?:作业|[作做座]业|zuo\s?ye|家作|回家任务|今日任务|学习任务|今晚任务|打卡任务)(?:如下|内容|布置|清单)?(?:是)?[:：]\s*(?!无|没有|不|零|暂无|已)
  (?:布置|安排)(?:一下|了|下)?[^。!?,\n]{0,12}作业|作业(?:有|是|为|包括)[^。!?\n]{0,4}(?:[1一]|抄|背|默|读|写|练|完|做|语|数|英|预|口)
  (?:今天|今晚|今日|周末|明天|假期|本周)(?:的)?(?:语文|数学|英语|家庭)?作业(?!本|已|不|在|都|全|没|完|会|的|展|管|负|量|请带|收|交|质|由)
`
/** A task from a school book, with a number or a title. */
const TASK = words`
  (?<!罚)(?:抄写?|默写?|听写|背(?:诵|熟|会|出|一?背|过|下来)?|熟读|朗读|诵读|跟读|读|预习|复习|订正|书写|练写?|口算|计算|完成|做|写|熟记|描红|描|仿写|摘抄|续写|巩固|练习)(?:好|完|一下|一遍|会)?[^。!?;\n]{0,12}?(?:第?[\d一二两三四五六七八九十]+(?:[\-~至到、.]\d+)?(?:课|页|题|遍|单元|行|道|篇(?!征文)|首|段|课时|小题|大题|节课文)|课文|生字|词语|单词|古诗|练习册|口算[本题卡]|同步|卷子|试卷|习题|作文|日记|周记|读后感|《[^》]{1,16}》|口诀|公式|p\.?\d+|字帖|练习[一二三四五六七八九十\d]|课后题|生词|拼音|英语书|数学书|语文书|配套|黄冈|一课一练|导学案|课堂本|抄写本|日积月累)
`
/** It is for home. */
const AT_HOME = hint`
  今晚|今天|今日|回家|在家|家里|明天|明早|周[一二三四五六日末](?:前|交|上交|检查|带)?|家长|爸爸妈妈|督促|签字|签名|打卡|拍照|上传|上交|交给|检查|背给|作业|假期|务必
  请(?:同学|孩子|大家|各位)?|遍|要求|记得|别忘
`
/** It was done at school, or is no school book. */
const AT_SCHOOL = hint`
  课堂上|在学校|学校都|学校就|课堂内|当堂|在校|校内|学校里|已(?:经)?(?:在|完成|背|学|全部)|学(?:习)?了|延时|课后服务|课上|老师带领|孩子们(?:已|都|正|在|一起)
  教师(?:要|应|须|需|必须|不得|认真)|(?:老师|教师)[^。!?\n]{0,6}(?:批改|布置)|安全(?:教育)?平台|安全教育|问卷|调查|登记|体检|报名|回执|征文|推荐|书目
  阅读节|读书节|图书漂流|自愿|告家长书|承诺书|消防|禁毒|学籍|信息(?:采集|核对|填)|疫苗|系统|平台|小程序|展演|表演|比赛|诵读比赛|朗诵
`
/** Talk about how homework was done. */
const REMARK = words`
  (?:昨天|昨晚|今天|今早|本周|上周|这次|最近|近期|孩子们?|同学们?|全班|个别|部分|有些|有的)[^。!?\n]{0,10}(?:的)?(?:家庭|语文|数学|英语)?作业[^。!?\n]{0,20}(?:质量|正确率|错误|错得|不认真|认真|潦草|完成(?:情况|得|较|很|不)|马虎|没(?:有)?(?:交|完成|写|做|订正|改)|未(?:交|完成)|拖拉|不理想|不好|很好|优秀|糟|敷衍|应付|抄)
  作业(?:完成)?(?:情况|质量)(?:反馈|通报|点评|总结|汇报)|(?:作业|默写|听写|背诵|口算)[^。!?\n]{0,6}(?:错误率|正确率|过关(?:率|名单|情况)|全对)
`
/** A family is to mark, sign and send in. */
const BY_FAMILY = words`
  (?:请|要求|务必|希望|督促|麻烦)[^。!?\n]{0,8}家长[^。!?\n]{0,10}(?:检查|批改|辅导|督促|监督|陪|听写|默写|报听写|抽背|签字|签名)[^。!?\n]{0,10}(?:作业|默写|听写|背诵|课文|生字|词语|单词|口算|练习册|订正)
  (?:课文|生字|词语|单词|古诗|口诀|公式|第[^。,]{1,4}课)[^。!?\n,]{0,6}(?:读熟|背会|背熟|背诵|抄写|默写|会背|会写|听写|复习好)(?!了)
  (?:今晚|晚上|回家)[^。!?\n]{0,4}(?:务必|一定|都)?[^。!?,\n]{0,3}(?:订正|改错|背|默|抄|做|写)(?:好|完|熟)
  (?:订正|改错|背|默写?|抄|做)(?:好|完)?[^。!?\n]{0,8}(?:签[字名])[^。!?\n]{0,6}交
  (?:阅读|背诵|口算|英语|跳绳|练字|朗读|运动|书法|古诗)打卡[^。!?\n]{0,20}(?:上传|发|拍|提交|完成)
  (?:作业|默写|听写|背诵|口算|订正|练习册)[^。!?\n]{0,10}(?:家长签[字名]|签字|拍照(?:上传|打卡|发)|发(?:到|在)?群|打卡|上传)
`

export const judgeHomework: JudgeRule = (subject) => {
  const { post } = subject
  if (!subject.isStaff || !subject.isPublic) return undefined
  if (post.noticeKind === 'homework')
    return { verdict: 'refuse', spans: [{ field: 'kind', start: 0, end: 0 }], sureness: 2 }
  const { text } = subject.text.tight
  const isMeant = (range: { start: number; end: number }) => !isSpokenOf(text, range) && !isReported(text, range)
  const tasks = findAll(text, TASK).filter((range) => {
    const { start, end } = sentenceAround(text, range.start)
    const sentence = text.slice(start, end)
    return AT_HOME.test(text) && !AT_SCHOOL.test(sentence)
  })
  const others = [HEADING, REMARK, BY_FAMILY]
    .flatMap((words) => findAll(text, words))
    .filter(({ start }) => {
      const sentence = sentenceAround(text, start)
      return (
        !AT_SCHOOL.test(text.slice(sentence.start, sentence.end)) &&
        !/教师(?:要|应|须|必须|不得|认真)|管理|公示|减负|设计|作业本|展/.test(text.slice(sentence.start, sentence.end))
      )
    })
  const found = [...tasks, ...others].filter(isMeant).sort((a, b) => a.start - b.start)
  return findingAt(subject, 'refuse', found)
}
