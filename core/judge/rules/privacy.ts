// Decides whether private information of others is shown to a class (C28).
import { findPhones, isIdNumber, isPayCard, type Range } from '../text'
import { hint, anyOf } from '../../pattern'
import { findAll, findMeant, findingAt, type JudgeRule } from '../finding'
import type { Subject } from '../subject'
/** Long numbers as people part them. */
const LONG_NUMBER = anyOf`
  (?<![\da-z])\d(?:[\s\-.]?\d){14,17}[\dx](?![\da-z])
`
/** WeChat's own ids. */
const OPENID = anyOf`
  (?<![\w-])o[a-z0-9_-]{5}[a-z0-9_-]{22}(?![\w-])
`
/** A home down to its door: estate, building, and unit or room. */
const DOOR = anyOf`
  [\u4e00-\u9fff\d]{2,14}?(?:小区|花园|花苑|苑|公寓|家园|新村|村|社区|街道?|路|巷|里|城|府|庭|湾|园|号院|院)?[\d一二三四五六七八九十百]{1,4}(?:号楼|栋|幢|座|号院|号)[\s,-]{0,2}(?:[\d一二三四五六七八九十a-z]{1,3}(?:单元|门|梯)[\s,-]{0,2})?(?:[\d一二三四五六七八九十]{1,4}(?:楼|层)?[\s,-]{0,2})?[\d一二三四五六七八九十百零]{1,5}(?:室|户|房|号)?
`
/** No door is looked for, which takes long, where nothing of it is written. */
const OF_A_HOUSE = /[栋幢座室户]|单元|号楼/
const HOME = /住(?:在|址|处)|家住|家庭(?:住)?址|地址|住宅|家在|家里在|户籍|搬到/
/** A house of the school, a meeting place. */
const PUBLIC_PLACE =
  /我校|学校|校区|校址|园址|幼儿园|集合|地点|博物馆|图书馆|医院|派出所|教室|会议室|报告厅|办公室|体育馆|公园|基地|酒店|窗口|考场|考点|报名点|接种点|领取点/
/** Whose number it is. */
const OFFICE = hint`
  老师|班主任|园长|校长|主任|校医|门卫|办公室|值班|咨询|教务|总务|热线|司机|师傅|导游|客服|学校|幼儿园|园方|保安|医院|派出所|社区|基地|营地|举报|监督|负责人
  我的(?:手机|电话|号码)|本人|打我|联系我|教育局|中心|辅导员|民警|护士|医生
`
/** A number that whoever writes gives as the own one: to be called about a car, a find, a change. */
const OWN_NUMBER =
  /(?:我|本人|咱|俺)(?:自己)?(?:家)?(?:的)?(?:新|换)?(?:的)?(?:手机|电话|号码?|联系方式)|(?:打|找|联系|告诉|通知)(?:一?下)?我|换(?:了)?(?:手机|电话)?号|新号|我换|号码?改|是我(?:自己|本人)?的|我是/
/** 我儿子他同学的妈妈: nobody's own. */
const OF_ANOTHER =
  /(?:他|她|人|那|谁|同学|同桌|对方|老师)[^,。]{0,4}(?:妈|爸|家长|家|的)(?:[^,。]{0,4}(?:电话|手机|号))/
const FAMILY = /妈|爸|家长|奶奶|爷爷|外公|外婆|姥|父亲|母亲|监护|家庭|学生|孩子/
/** What a family does not want known. */
const SENSITIVE = anyOf`
  父母(?:已)?(?:离(?:异|婚)|分居|双亡|坐牢|入狱)|(?:爸妈|爸爸妈妈|家里|家长)(?:正在)?(?:闹)?离(?:异|婚)|单亲|离异家庭|孤儿|留守儿童|低保
  贫困(?:生|户|家庭|学生)?|建档立卡|家境|家庭(?:困难|经济困难|贫困|情况特殊)|残疾|抑郁|焦虑症|自闭症|多动症|癫痫|(?:要|闹|在办|正在?)离婚|判给(?:了)?[他她]?[爸妈爷奶父母]|出轨|小三|家暴|跑路|乙肝|肝炎|传染病|性病|白癜风|尿毒症|艾滋|肺结核|心脏病(?!都|要|快|差点)|白血病|肿瘤
  精神(?:病|障碍|分裂)|智力(?:障碍|残疾)|心理(?:疾病|障碍|治疗|咨询记录)|病历|确诊|父亲(?:去世|吸毒|坐牢|入狱|欠债)|母亲(?:去世|改嫁|跑了)
  (?:爸爸|妈妈)(?:去世|坐牢|入狱|欠债|改嫁|失业|下岗)|养子|领养|抱养|私生|体检(?:结果|异常)|视力\s?\d|(?:左|右|双)眼?(?:视力)?\s?[0145]\.\d|超重|肥胖|营养不良|贫血|龋齿|蛀牙|脊柱侧弯|隐睾|包皮|(?:爸|妈|父|母)[亲妈爸]?(?:有|是|得了|在)[^,。]{0,4}(?:病|癌|瘫|服刑|监狱|戒毒|精神)|服刑|吸毒|劳改|二婚|继[父母]|后[妈爸]|(?:卡号|账号|密码)\s?[::是]?\s?\d{6,}|体重\s?\d|户口(?:本|在)
`
/** A number somebody trades under is an advert's business first (C10). */
const BUSINESS = /招生|优惠|咨询|报名|加盟|批发|货|元|块|折|出租|转让|出售|订购|代理|兼职|培训|托管/
/** Lists of families. */
const LIST_SHOWN = anyOf`
  (?:家长|学生|孩子|同学|全班|班级)[^。!?,\n]{0,8}(?:通讯录|联系方式(?:表|汇总|一览)?|联系电话(?:表|汇总)?|身份证(?:号码?)?(?:表|汇总|复印件)?|家庭住址(?:表|汇总)?|信息(?:登记)?表|个人信息)[^。!?\n]{0,10}(?:见附件|如下|发群|发在群|附后|公布|共享|汇总如下|见下|请(?:大家)?核对|大家(?:保存|看))
`
/** 微信号:abc123 of somebody else. */
const ACCOUNT = /(?:微信号?|wx|vx|qq号?|支付宝(?:账号)?)(?:是|为)?[:\s]{0,2}[a-z\d][a-z\d_-]{4,19}/g

/** An identity number that is called one needs no proof by its check digit. */
const CALLED_ID = anyOf`
  身份证(?:号码?|号)?(?:是|为)?[:\s]{0,2}\d{17}[\dx](?!\d)|户口(?:号)?[:\s]{0,2}\d{15,18}
`
/** Families are asked to put their own private matters before all. */
const ASKED_OPENLY = anyOf`
  (?:接龙|群里(?:回复|填|报)|共享(?:文档|表)|在线(?:文档|表格)|评论区|跟帖)[^。!?\n]{0,20}(?:身份证|职务|收入|单位|几套房|住址|银行卡|婚姻|离异|房产|车牌|月薪|学历)|附(?:上|件)?[^。!?\n,]{0,4}(?:学生|家长|孩子|全班)[^。!?\n,]{0,4}(?:信息(?:登记)?表|通讯录|花名册|名册|信息汇总)[^。!?\n]{0,30}(?:身份证|电话|手机|住址)
`
/** 肖遥爸爸的车是甘A8K2Q7: whose car it is, not one that stands in the way. */
const PLATE = anyOf`
  (?:他|她|[妈爸]|家长|奶奶|爷爷|外公|家)的?车(?:牌)?(?:号)?(?:是|:)?[^。,\n]{0,4}[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]\s?[a-z][\s·.]?[a-z\d]{5,6}(?![a-z\d])
`
/** 那个得病的孩子叫…: a name that is on no roster here. */
const CALLED_BY_NAME = /(?:孩子|学生|同学|娃|小孩)(?:就)?(?:叫|名叫|是)[\u4e00-\u9fff]{2,3}(?=[,。,\s]|$)/
export const judgePrivacy: JudgeRule = (subject) => {
  if (!subject.isPublic) return undefined
  const { plain, tight } = subject.text
  const written: Range[] = [
    ...findAll(plain.text, LONG_NUMBER).filter(({ start, end }) => isProven(plain.text.slice(start, end))),
    ...findAll(plain.text, CALLED_ID),
    ...findAll(plain.text, PLATE),
    ...findAll(plain.text, OPENID).filter(({ start, end }) => /\d/.test(plain.text.slice(start, end))),
    ...(OF_A_HOUSE.test(plain.text) ? findAll(plain.text, DOOR) : []).filter((range) => isHome(subject, range)),
  ]
  const isBusiness = !subject.isStaff && BUSINESS.test(tight.text)
  const phones = findPhones(plain.text).map((phone) => ({ ...phone, owner: ownerOf(subject, phone) }))
  const strangers = phones.filter(({ owner }) => owner === 'family' || owner === 'unknown')
  const children = subject.mentions
  const sensitive =
    children.length > 0
      ? findMeant(subject, SENSITIVE).filter((range) => isNear(tight.text, range, children))
      : CALLED_BY_NAME.test(tight.text)
        ? findMeant(subject, SENSITIVE)
        : []
  const lists = [...findMeant(subject, LIST_SHOWN), ...findMeant(subject, ASKED_OPENLY)]
  const accounts = findAll(plain.text, ACCOUNT).filter(({ start }) =>
    FAMILY.test(plain.text.slice(Math.max(0, start - 10), start)),
  )
  return (
    findingAt(subject, 'refuse', [...written, ...(isBusiness ? [] : strangers), ...accounts], {
      view: 'plain',
      isProven: written.length > 0,
      sureness: 2,
    }) ??
    findingAt(subject, 'refuse', [...sensitive, ...lists], { sureness: 1 }) ??
    findingAt(subject, 'hold', strangers, { view: 'plain', sureness: -1 }) ??
    findingAt(
      subject,
      'warn',
      phones.filter(({ owner }) => owner === 'office'),
      { view: 'plain' },
    )
  )
}

const isProven = (written: string) => {
  const digits = written.replace(/[^\dx]/g, '')
  return isIdNumber(digits) || isPayCard(digits)
}

/** The same sentence, or the one after. */
const isNear = (text: string, { start }: Range, mentions: readonly Range[]) =>
  mentions.some(
    (mention) =>
      Math.abs(mention.start - start) < 40 &&
      !/\n\n/.test(text.slice(Math.min(mention.start, start), Math.max(mention.start, start))),
  )

function isHome(subject: Subject, { start, end }: Range): boolean {
  const { text } = subject.text.plain
  const around = text.slice(Math.max(0, start - 12), end + 4)
  const isCalledHome =
    /(?:家住|住在|住址|家在|就住)[^,。]{0,3}$/.test(text.slice(Math.max(0, start - 6), start)) ||
    /^(?:家住|住在|住址|家在|就住)/.test(text.slice(start, end))
  if ((!isCalledHome && PUBLIC_PLACE.test(around)) || !/[栋幢座]|单元|室|户|号楼/.test(text.slice(start, end)))
    return false
  return HOME.test(around) || subject.mentions.length > 0 || FAMILY.test(around)
}

/** A landline is an office's; a mobile number belongs to whom the words beside it say. */
function ownerOf(
  subject: Subject,
  { kind, start, end }: Range & { kind: 'mobile' | 'landline' },
): 'office' | 'family' | 'unknown' | 'none' {
  const { text } = subject.text.plain
  const before = text.slice(Math.max(0, start - 14), start)
  const after = text.slice(end, end + 8)
  const isFamilys = FAMILY.test(before) || /^[\s(,]{0,2}[^,。\s]{0,4}(?:妈|爸|家长|奶奶|爷爷)/.test(after)
  const isOffices = OFFICE.test(before) || /^[\s(,]{0,2}[^,。\s]{0,4}(?:老师|主任|师傅|办公室|园长|校长)/.test(after)
  if (kind === 'landline') return isFamilys && !isOffices && /住|家/.test(before) ? 'family' : 'none'
  if (!subject.isStaff) {
    const around = text.slice(Math.max(0, start - 40), end + 20)
    return OWN_NUMBER.test(around) && !OF_ANOTHER.test(around) ? 'none' : 'family'
  }
  const lastFamily = before.search(FAMILY)
  if (isOffices && !(isFamilys && lastFamily > before.search(OFFICE))) return 'office'
  return isFamilys ? 'family' : 'unknown'
}
