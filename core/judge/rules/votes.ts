// Decides whether somebody collects likes and votes, or shows how many there are (C14, C19).
import { hint, anyOf } from '../../pattern'
import { findAll, findMeant, findingAt, type Finding, type JudgeRule } from '../finding'
import { findFrames, type Frame } from '../frames'
import type { Subject } from '../subject'
import { TOLD } from '../lexicon/lessons'
import { BEGGED, CLASS_CHOICE, CONTEST, RIVAL, RUNNER, STANDING, TALLY, TAPPED } from '../lexicon/contests'
/** Asking for it, whoever asks. */
const CANVASS = anyOf`
  拉票|拉拉票|(?:还|就|只)?差[^。!?,\n]{0,4}(?:个|位)?人[^。!?\n]{0,8}(?:领|免费|成功|拿)|求(?:个)?(?:赞|票|投票|助力|点赞|转发投票)
  集(?:满)?\d*个?[赞攒讚]|[砍坎侃][价一]?[价刀下]|砍价
  帮(?:我|我家|俺|俺家|孩子|宝宝|宝贝|娃|女儿|儿子|他|她|忙|一下|个忙|咱)[^。!?\n]{0,16}(?:投(?:上|个|下|了)?(?:您?宝贵的?)?(?:一|1|几|两)?[票漂飘]|点(?:个|一下|下)?[赞攒]|助(?:个|一下)?力|砍|点一下)
  (?:给|为|替)[^。!?,\n]{1,14}(?:投(?:上|个|下)?(?:您?宝贵的?)?(?:一|1|几|两)?[票漂飘]|投[票漂飘])
  投(?:上|出|下)?(?:您|你)?(?:的)?(?:宝贵|神圣)?的?(?:一|1)[票漂飘]|[票漂飘]投给
  每(?:人|天|日)(?:都)?(?:可以|可|能)?(?:投|点)(?:\d+|一|二|两|三|五|十)?[票漂飘次]
  (?:给|为|替)[^。!?,\n]{0,8}号[^。!?,\n]{0,8}(?:加油|投|助威|支持)|每[天日](?:都)?(?:可以|可|能)(?:投|点)
  (?:点|戳|扫|进|复制)[^。!?\n]{0,14}(?:投[票漂飘]|助力)
  (?:投[票漂飘]|助力|点赞)(?:链接|通道|网址|二维码|地址|入口|走起|走一波|支持一下|啦|哦|呀|吧|啊|哈)|助(?:我|他|她|孩子|宝宝)一臂之力
  点个?[赞攒](?:支持|加油|吧|呗|哦|哈|再走)|助力(?:一下|一把|下|成功|领)
  (?:帮|请(?!问)|求|麻烦|拜托)[^。!?,\n]{0,10}(?:点[赞攒]|助力|投[票漂飘]|转发朋友圈|转发(?:到|至)朋友圈)
  转发(?:到|至)?朋友圈[^。!?\n]{0,12}(?:赞|奖|礼)|[tT]ou票|投piao|头票
`
/** Only the words for it. */
const VOTE = /投[票漂飘]|(?:萌宝|萌娃|小主播|小明星|童星|才艺|人气)(?:大赛|大奖|评选|之星|榜)/g
/** A school asks its own families: elections, surveys, children's own choices. */
const SCHOOL_POLL =
  /家委|班委|委员|竞选|选举|班干|班长|队长|票决|表决|问卷|调查|征求|意见|班会|课堂|民主|无记名|少先队|队员|票箱|方案|班级公约|班徽|班歌|代表/
/** Praise: 为孩子们点赞. */
const PRAISE = /(?:为|给)[^。!?,\n]{0,14}(?:点(?:个|一个|大大的)*赞)/

/** Outside of the school: a page of strangers, a prize. */
const OUTSIDE = hint`
  海报|本人|扫[^。,!?]{0,6}码|展演|登录|登陆|链接|朋友圈|公众号|刷票|红包|网络|网上(?:投|评)|海选|区里|市里|截图|每天|转发|大赛|我(?:儿子|女儿|家|校|园|参加)
`
const NO_CANVASS = hint`${CLASS_CHOICE}|请假|审批|填(?:写|表)|怎么(?:点|进|操作)|打不开|点不(?:开|进)|显示`
const FROM_FAMILIES: readonly Frame[] = [
  { act: TAPPED, beside: [CONTEST, hint`${BEGGED}|${RUNNER}`], without: NO_CANVASS, asks: true },
  { act: TAPPED, beside: [BEGGED, RUNNER, /号|朋友圈|进去|点开/], without: NO_CANVASS, asks: true },
  {
    act: anyOf`顶一?[下顶]|转(?:一?下|到)|点一?下`,
    beside: [CONTEST, BEGGED, RUNNER],
    without: NO_CANVASS,
    asks: true,
  },
]
const FROM_STAFF: readonly Frame[] = [
  { act: TAPPED, beside: [CONTEST, OUTSIDE, BEGGED], without: /不要|请勿|诈骗|严禁/ },
]
/** 大家一起点个赞: nothing but praise. */
const ONLY_PRAISE = /点(?:个|一个|大大的)?赞/
const BEGS = hint`
  链接|朋友圈|\d+号|票|进去|点开|公众号|帮|求|麻烦|拜托|投|[积集攒]|还?差|换|排|双击|评论|视频|热度|人气|每天
`

export const judgeCanvassing: JudgeRule = (subject) => {
  const { isStaff, isPublic } = subject
  const { text } = subject.text.tight
  if (!isStaff && TOLD.test(text)) return undefined
  if (isAsked(subject)) return judgePoll(subject)
  const asked = findMeant(subject, CANVASS).filter((range) => !isPraise(text.slice(range.start - 16, range.end + 4)))
  const frames =
    ONLY_PRAISE.test(text) && !BEGS.test(text) ? [] : findFrames(subject, isStaff ? FROM_STAFF : FROM_FAMILIES)
  if (asked.length + frames.length > 0)
    return findingAt(subject, isSchoolPoll(isStaff, text) || isOfTheSchool(isStaff, text) ? 'warn' : 'refuse', [
      ...asked,
      ...frames,
    ])
  const asksAboutIt = !isStaff && (/请问|[?]|吗|怎么|哪里|干嘛|啥|为什么/.test(text) || CLASS_CHOICE.test(text))
  const named = isPublic && !asksAboutIt ? findMeant(subject, VOTE) : []
  if (named.length === 0) return undefined
  return findingAt(subject, isSchoolPoll(isStaff, text) || !isCanvassed(isStaff, text) ? 'warn' : 'refuse', named)
}

/** What no vote of a school's own has: somebody else's page, votes that are asked for, taps that are collected. */
const FOR_OTHERS = anyOf`
  拉票|拉拉票|刷票|链接|网址|二维码|扫码|朋友圈|公众号|视频号|抖音|转发|红包|大赛|网络(?:投|评|赛)|网上(?:投|评)
  集(?:满)?\d*个?[赞攒讚]|[砍坎侃][价一]?[价刀下]|点(?:个|一下|下)?[赞攒]|助(?:个|一下)?力|每[天日]
  (?:帮|求|麻烦|拜托)[^。!?\n]{0,16}[票漂飘赞]|(?:给|为|替)[^。!?,\n]{0,8}号
`
/** A school asks its own families with the poll function, where it is counted whom it asks (N20). */
const isAsked = ({ isStaff, post }: Subject) => isStaff && post.kind === 'notice' && post.replyMode === 'form'

/** Votes are what it is for; those for others, and those that are canvassed for, stay what they are. */
function judgePoll(subject: Subject): Finding | undefined {
  if (findMeant(subject, FOR_OTHERS).length === 0) return undefined
  const votes = [CANVASS, VOTE].flatMap((words) => findMeant(subject, words))
  return findingAt(subject, 'refuse', votes, { isProven: true })
}

const isOfTheSchool = (isStaff: boolean, text: string) =>
  isStaff && CLASS_CHOICE.test(text) && !OUTSIDE.test(text) && !/帮我|给我|求|拜托/.test(text)

/** Of a vote somebody may speak: staff of the school's own, families of what the child told. */
const isCanvassed = (isStaff: boolean, text: string) =>
  isStaff ? OUTSIDE.test(text) : !/课堂|课上|班(?:里|上|会|级)|孩子(?:说|们)|老师/.test(text)

const isSchoolPoll = (isStaff: boolean, text: string) =>
  SCHOOL_POLL.test(text) &&
  !/链接|朋友圈|关注公众号|刷票|红包|拉票/.test(text) &&
  (isStaff || !/帮|求|拜托|我家/.test(text))
const isPraise = (around: string) => PRAISE.test(around) && !/帮|求|麻烦|拜托|请|链接|朋友圈|我家/.test(around)

/** 我家宝贝已经520票了 */
const VOTE_COUNT = anyOf`
  (?:已经?|现在|目前|才|有了?|共|得了?|获得?了?|涨到|达到|突破|领先|还差|只差|落后)[^。!?\n]{0,8}?\d+(?:多|余|几)?万?[票漂飘](?!价|根|据|款|房)
  [票漂飘]数[^。!?,\n]{0,8}(?:\d|破|过万|过千|超过|第|领先|落后|最高|公布|如下|排)|(?:得票|总票数|票数排|人气值?)[^。!?,\n]{0,6}\d+
  \d+[票漂飘][^。!?\n]{0,6}(?:第[一二三四五六七八九十\d]+|领先|排名|暂列|倒数)
`

/** Of families: a tally, a standing beside it, and a contest that is no test at school. */
const TALLIES: readonly Frame[] = [
  {
    act: TALLY,
    beside: [STANDING, hint`${RIVAL}`],
    without: hint`[米秒]|跳绳|跑|步数|元|块钱|斤|分钟|车票|门票|页|公里|字|阅读量|单词|考|年级第|得分|身高|体重`,
  },
]

export const judgeVoteCounts: JudgeRule = (subject) => {
  const counts = [...findMeant(subject, VOTE_COUNT), ...(subject.isPublic ? findFrames(subject, TALLIES) : [])]
  if (counts.length === 0 || /(?:车|门|机|船|餐|粮|电影)票/.test(subject.text.tight.text)) return undefined
  const isElection = SCHOOL_POLL.test(subject.text.tight.text) && subject.isStaff
  return findingAt(subject, isElection ? 'warn' : 'refuse', counts, {
    sureness: isBegging(subject) ? 0 : 1,
  })
}

/** Who also asks for more is asking, first of all. */
const isBegging = (subject: Subject) =>
  findAll(subject.text.tight.text, CANVASS).length > 0 || findFrames(subject, FROM_FAMILIES).length > 0
