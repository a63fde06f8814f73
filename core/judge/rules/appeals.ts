// Decides whether somebody appeals for money or gifts for a good cause (C16, C17).
import { hint, anyOf } from '../../pattern'
import { findMeant, findingAt, type Finding, type JudgeRule } from '../finding'
import { findFrames, type Frame } from '../frames'
import { NUMBER } from '../lexicon/amounts'
import { ROOM_GOODS } from '../lexicon/levies'
import { TOLD } from '../lexicon/lessons'
import type { Subject } from '../subject'
const APPEAL = anyOf`
  水滴筹|轻松筹|爱心筹|众筹|筹(?:款|集|钱|措)|[募mM][捐集](?!到)|募款|[捐涓]{1}(?:款|钱|助|献爱心|赠|出|资|点)|[捐][\d一二三五十百]+(?:元|块)?
  (?<!贡)献(?:出|一份|份|上|点)*(?:您的?|你的?)?(?:一份|份|一点)*(?:爱心|一份力|绵薄之力)|伸出?(?:您的?|你的?)?(?:援助之手|援手)
  求(?:大家|各位|好心人|爱心人士)(?:帮助|帮帮|救救|捐)|救(?:救|命)(?:孩子|他|她|这个|我|钱)|救命钱|爱心(?:捐|款|基金|义捐|接力|账户)|善款|慈善|义捐|赈灾
  一日捐
`
/** An appeal wants something of somebody; news, thanks and lessons do not. */
const WANTS = hint`
  请|恳请|恳求|希望|号召|倡议|呼吁|欢迎|踊跃|自愿|帮(?:帮|助|忙|一把)|救救|献|支持|转发|扩散|链接|账[号户]|二维码|点击|扫码|一元|每人|大家|各位|多少都|哪怕|参与|接力
  捐款(?:方式|渠道|时间|地点|箱)|求|需要(?:\d|帮|手术费|费用)
`
const THANKS = hint`
  感谢(?:大家|各位|您|社会|爱心|[^。!?,\n]{0,10}的?(?:捐|爱心))|(?:已|共|收到|累计)[^。!?,\n]{0,6}(?:捐|募|筹)
  (?:捐|募|筹)[^。!?,\n]{0,8}(?:公示|已(?:全部|经)|使用情况|结束)|慈善(?:家|故事)|课文|绘本|讲述|学习|主题班会
`

/** What befell somebody. */
const HARDSHIP = hint`
  台风|(?:被|让)[^。,!?]{0,6}(?:掀|淹|烧|冲)|白干|绝收|天天哭|村小|(?:一台|一本|一件)都没有|羊水栓塞|难产|大出血|欠(?:医院|债|了)|折翼|不幸|意外|遭遇|噩耗|晚期|命悬|危在旦夕|(?:等|急)着(?:钱|救命)|家破|房子没了|父(?:亲|母)双亡|苦命|可怜|中风|偏瘫|脑溢血|再障|地中海贫血|血友|渐冻|癫痫|自闭|脑瘫|溺水|触电|坠楼|工地|没儿没女|孤寡|无儿无女|敬老院|福利院|养老院|孤儿院|缺(?:轮椅|护理垫|床|衣|药|粮|钱|血)|医(?:药|疗)费|手术费|救命|没(?:钱)?(?:治|看病)|学费(?:还)?没|辍学|白血病|血癌|癌|肿瘤|瘤|尿毒|肾(?:衰|病|移植)|换肾|透析|移植|心脏病|先心|脑(?:瘫|出血|梗|瘤)|icu|重症|车祸|出了事|烧伤|烫伤|火灾|着(?:了)?火|失火|烧(?:没|光|了)|瘫(?:痪|在)|摔(?:断|伤|下)|断(?:了)?腿|骨折|卷进|手术|化疗|骨髓|大病|重病|怪病|罕见病|病倒|病重|病危|确诊|抢救|早产|保温箱|植物人|残疾|聋哑|失明|遗孤|孤儿|孤寡|留守|没爹|没妈|没了(?:爹|妈|爸|娘)|过世|去世
  断粮|没饭吃|揭不开锅|吃不饱|砸锅卖铁|走投无路|倾家荡产|掏空|负债|欠了?债|困难|贫困|特困|穷|低保|洪水|水灾|发大水|地震|泥石流|灾(?:区|民|情)|房(?:子)?塌|冲(?:垮|走)|流浪|弃养|绝育|救助站|收容|山区|大山里|灾|没有?(?:厚|棉)?衣|光着脚|冻(?:疮|得)|拿不出|实在(?:没|无|吃力|困难)|没得法|没办法
`
/** What is begged for. */
const BEGGED_FOR = anyOf`
  搭一把|宽裕|给${NUMBER}(?:块|元)|记(?:恩|您的?恩|一辈子)|不敢多求|您的双手|帮帮(?:这|他|她|孩子|我)|(?:感谢|求)每一位(?:转发|伸手|捐)|折翼天使|捐助|有心(?:的|人)|(?:出|尽|献)(?:一)?(?:份|点)?(?:心|力|爱心|绵薄)|出一份力|给点[^。,!?\n]{0,4}费|张罗|救助群|(?:医药|手术|丧葬|生活)费|凑(?:一)?凑|众人拾柴|(?:伸|搭|出|帮)(?:一|个|伸|伸出|出)?(?:把|下|点)?(?:手|把手|援手)|(?:帮|拉|扶|救)(?:一把|帮|帮忙|助|帮他|帮她|救他|救她|救救)|接济|资助|支援|救助(?!站)|救急|周济|扶贫|助学|赞助|帮扶
  (?:捐|凑|借|打|转|给|献|拿|掏|出|筹|寄|送)(?:点|一点|些|几|出|上)(?:钱|款|儿|旧?衣|物|爱|心|米|零|吧|$|给|救|,)|捐|筹(?:款|钱|集)?|打款|汇款|收款码?|收款的码|卡号|账号|款(?:子)?打|[募献]|义卖
  ${NUMBER}(?:块|元|十|毛)?[^。,!?\n]{0,4}(?:都|也)(?:是|行|可以|好|算)(?:情|爱|心意|一份|帮|缘|福)?|(?:多少|钱多钱少|多多少少|多少钱)[^。,!?\n]{0,4}(?:都|不(?:限|拘|论)|随)|能(?:帮|捐|出|凑)(?:一点|多少|点|几)|哪怕[^。!?\n]{0,10}(?:块|件|斤|袋|元)
  好心人|爱心人士|善人|恩人|求(?:求)?(?:大家|各位|你们|好心|支援|帮|转|救|捐)|跪求|恳求|恳请|拜托(?:大家|各位)|行行好|积德|旧(?:衣|被|棉)|多余(?:的)?(?:棉)?(?:衣|被)|闲置(?:的)?(?:轮椅|衣|被|拐)|(?:转|扩)(?:一转|转|散)|(?:统一|一起)(?:寄|送|转交|送过去)|救救|水滴|轻松筹|每家(?:出|凑)|哪位能借
`
const MONEY_OR_GOODS = hint`
  ${NUMBER}(?:块|元|毛|万)|[出凑][一二两三五\d]|送过去|费|力|钱|款|码|捐|筹|借|账|凑|资助|支援|赞助|接济|旧|衣|被|棉|粮|米|油|猫|狗|轮椅|物|心意|转|求|救|伸|搭|好心|帮
`
/** A child ill at home, a school's own help, thanks. */
const NO_APPEAL = hint`
  请(?:个|一?天|[一两三半\d]+天)?假|作业|(?:学校|资助中心|民政|国家)[^。,!?]{0,8}(?:补助|资助|助学金|政策|申请)|助学金|奖学金|困难(?:补助|认定|生)|感谢(?:大家|各位|老师)[^。,]{0,10}(?:帮|捐|关)|谢谢(?:大家|各位)(?:的)?(?:帮|关心)|不用捐|不要捐|捐过|捐了
`
const PLEAS: readonly Frame[] = [
  { act: BEGGED_FOR, beside: [HARDSHIP, MONEY_OR_GOODS], without: NO_APPEAL, asks: true },
]
/** In private only money. */
const PRIVATE_PLEAS: readonly Frame[] = [
  {
    act: anyOf`捐|筹款|水滴筹|轻松筹|凑(?:点|些)钱|借(?:我|点)(?:钱|${NUMBER})|资助一下|发动[^。,!?]{0,6}(?:捐|帮)|(?:转|发)(?:到|在|给)(?:家长)?群`,
    beside: [HARDSHIP, hint`帮|求|能不能|麻烦|大家|家长们|链接|多少`],
    without: NO_APPEAL,
    asks: true,
  },
]
/** A sale for a good cause of the school's own, a question whether one must give. */
const ASKED_ABOUT =
  /(?:是|都|算)?自愿的?(?:吧|吗|么|\?)|(?:要|用|得)捐(?:多少|吗|么)|(?:可以|能)不(?:捐|$|[。?])|必须捐吗|捐(?:多少(?!都|不|算|随)|什么|到哪)/

/** A plant for the classroom is no good cause: C36 judges that. */
const isForTheRoom = (text: string) =>
  /班级|教室|班里|办公室/.test(text) && ROOM_GOODS.test(text) && !HARDSHIP.test(text)

function findAppeal(subject: Subject): Finding | undefined {
  const { text } = subject.text.tight
  if (!subject.isPublic && subject.isStaff) return undefined
  if (!subject.isStaff && (TOLD.test(text) || ASKED_ABOUT.test(text))) return undefined
  const pleas = subject.isStaff ? [] : findFrames(subject, subject.isPublic ? PLEAS : PRIVATE_PLEAS)
  if (pleas.length > 0) return findingAt(subject, 'refuse', pleas, { sureness: 2 })
  if (subject.isStaff && /义卖|跳蚤市场/.test(text) && !/踊跃|每人捐|捐款(?:箱|账|码)/.test(text)) return undefined
  if (subject.isStaff && isForTheRoom(text)) return undefined
  const found = findMeant(subject, APPEAL)
  if (found.length === 0 || !(WANTS.test(text) || /水滴筹|轻松筹|众筹|救命/.test(text))) return undefined
  if (THANKS.test(text) && !/链接|账[号户]|二维码|扫码|恳请|踊跃|水滴筹|轻松筹/.test(text)) return undefined
  return findingAt(subject, 'refuse', found, { sureness: 2 })
}

/** With the education bureau's permission a principal may appeal. */
export const hasPermission = ({ post: { role }, context }: Subject): boolean =>
  (role === 'principal' || role === 'office') && Boolean(context.permissionNumber?.trim())

export const judgeAppeals: JudgeRule = (subject) => (hasPermission(subject) ? undefined : findAppeal(subject))

/** No appeals at all (C17). */
export const judgeAllAppeals: JudgeRule = (subject) => findAppeal(subject)
