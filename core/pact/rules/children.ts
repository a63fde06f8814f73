// Decides whether a class is told something about a named child: its faults, a judgement, praise, or what is its own (C22–C24, P05).
import { sentencesOf, type Mention, type Range, hint, words } from '../neighbours'
import { findAll, findingAt, type JudgeRule } from '../finding'
import type { Subject } from '../subject'

/** What a child did. */
const FAULT = words`
  睡着|看(?:小说|漫画|课外书|闲书)|被(?:我|老师)(?:当场)?(?:抓|发现|逮)|吃辣条|没收
  (?:揪|扯|拽|拧|捏|扇|踹|绊|戳)[^,。]{0,3}(?:头发|耳朵|脸|衣服|辫子|耳光|人|倒|同学)
  (?:一直|总是?|老是?|又)在?[^,。]{0,6}(?:聊天|讲话|说话|打闹|玩耍)|被[^,。]{0,3}点名(?!表扬)|撞(?:倒|伤|人|到|翻)
  (?:包|柜|口袋|抽屉)里[^。,]{0,6}(?:发现|搜出|找到|翻出)[^。,]{0,6}(?:别人|同学|他人|其他|小朋友)
  (?:饭菜?|菜|汤|书|水|垃圾|食物|玩具|颜料)[^。,]{0,4}(?:扔|倒|洒|泼|甩|撒)(?:得|在|到|了|满)
  (?:没|未|没有|忘(?:记)?|又没|不)(?:戴|穿|系|带)(?:好|了)?[^。,]{0,4}(?:红领巾|校服|队徽|帽子|校徽|口罩|书|作业|文具|课本|学具|水彩笔|饭卡|本)
  打(?:人|架|闹|同学|小朋友|了|伤|骂|哭|翻|坏|碎|(?:我|他|她|别|人家|其他|隔壁|女|男|老师))(?!卡|扫|扮|电话|招呼|算|开|印|气|饭|水|球)|[殴群互]打
  推(?:人|搡|倒|了)|踢(?:人|了|打|同学|小朋友)|咬(?:人|了|伤|同学|小朋友)|抓(?:伤|破|了[^。,]{0,6}(?:脸|手))|挠(?:人|伤|了)|掐(?:人|了)|吐口水
  骂(?:人|脏话|老师|同学|了)|脏话|粗口|欺负|霸凌|抢(?:玩具|别人|同学|小朋友|东西)|偷(?!偷地?(?:笑|看|乐))|拿(?:了|走)?(?:别人|同学|他人|人家)的|撒谎|说谎
  骗(?:人|老师|家长)|逃(?:课|学|跑|走|避|值日|掉)|旷课|迟到|早退|捣乱|扰乱|影响(?:课堂|纪律|他人|别人|其他|上课|大家|同学)
  (?:上课|课堂|课上|午睡|集会|排队|午休)[^。,!?]{0,8}?(?:讲话|说话|走神|睡觉|玩|吃|打闹|不听|开小差|做小动作|下座位|离开座位|乱跑|捣|不睡|吵|闹|聊天|转|看课外|趴)
  开小差|做小动作|小动作(?:多|不断)|走神|发呆|不听讲
  不(?:太|够|爱|好好|肯|愿意?)?(?:听讲|专心|遵守|守纪律|守规矩|排队|午睡|睡觉|吃饭|做作业|写作业|完成作业|交作业|带书|值日|举手|学习|认真)
  (?:没|未|没有|还没|不|总不|欠|缺)(?:有|按时|及时|能|主动)?(?:完成|交|写完?|做完?|带|订正|背出?|背完|背会)(?:的)?(?:[^。,!?\n]{0,8}(?:作业|练习|本子|试卷|订正|背诵|默写|听写|书|课本|红领巾|校服|文具|作文|日记|值日))
  (?:作业|练习册?|订正|背诵|默写|听写|家庭作业|抄写)[^。,!?\n]{0,10}(?:没(?!问题)|未|不(?:做|交|写|及格|合格|过关|认真|完成)|拖|潦草|马虎|错(?:了)?很?多|抄|缺|乱|一塌糊涂|差)
  (?:没|未|没有|还没|总是?不)(?:能)?(?:写|做|背|抄|订正|交|完成)(?:完|齐|好|出来|上来)?(?=[^,。]{0,2}(?:语文|数学|英语|作业|[,。;!?\n]|$))
  拖拉|抄(?:袭|作业|别人)|作弊|偷看|不及格|退步|下滑|掉队|跟不上|拖(?:班级?|全班|大家|后腿)|后腿|倒数|垫底|最后一名|违纪|违反|批评|警告|处分|检讨|通报|记过|屡教不改
  屡次|顶嘴|顶撞|顶老师|发脾气|尿(?:裤|床|了)|拉(?:裤|裤子|在身)|(?:损坏|破坏|弄坏|砸坏|打碎|划)[^。,]{0,6}(?:公物|桌|玻璃|玩具|花|墙|课本|东西)
  (?:踢|弄|砸|撕|摔|掰|搞|碰|折|拆|抠|剪|玩|踩)(?:坏|破|烂|断|碎)|乱(?:扔|丢|跑|画|涂|翻|动)|扔垃圾|玩手机|带手机|玩游戏机?|看漫画|吃零食|买零食|浪费粮食
  挑食|欠(?:费|交|缴)|拖欠|没(?:交|缴)[^。,]{0,6}(?:费|钱|款)|不交[^。,]{0,4}(?:费|钱)|哭闹|大哭|坐不住|戴?绿领巾|扣(?:了)?\d*分
  被(?:老师|班主任|主任|值周)[^。,]{0,6}(?:批|点名|罚|请出|抓)|出手伤人|惹(?:事|祸|是生非)|闯祸|起(?:了)?(?:冲突|争执)|闹矛盾|不团结|孤立
  给(?:班级|班里|我们班|大家)?(?:抹黑|扣分|丢脸)|丢(?:班级|全班)的?脸|懒散|坏习惯|不良(?:习惯|行为)|早恋|谈恋爱|离家出走|厌学|情绪失控
`
/** What somebody thinks the child is. */
const JUDGEMENT = words`
  欠(?:管教|教育|家教)|野惯|难成大器|心眼(?:多|坏)|不学好|懒(?!得|人|惰的?习惯)|笨(?!鸟)|蠢|傻(?!瓜相机|傻分不清)|弱智|智商|低能|脑子(?:不|有|慢|笨|转不)
  反应(?:慢|迟钝)|迟钝|自私|霸道|蛮横|娇气|娇生惯养|任性|没(?:有)?(?:礼貌|教养|家教|规矩|出息|救|上进心|责任心|自制力|自觉性|集体荣誉感|担当)
  不(?:懂事|诚实|老实|自觉|上进|争气|要脸|爱学习|求上进|像话|懂礼貌|懂规矩|知(?:羞耻|好歹|悔改)|可理喻|讲理|讲道理|合群|善良|聪明|是(?:个)?(?:读书|学习)的料|是(?:个)?好(?:孩子|学生|东西))
  调皮(?!的?小|可爱)|顽皮|淘气|捣蛋|皮得很|太皮|特别皮|很皮|难管|管不住|管不了|品行|品德(?:差|不|有|败|恶)|道德(?:差|败坏|有)
  坏(?:孩子|学生|小孩|毛病|榜样|透|蛋|心|种)|差生|后进生|学困生|问题(?:学生|孩子|儿童)|双差|熊孩子|害群之马|老鼠屎|心理(?:有|不|变态|阴暗|扭曲)
  有(?:心理|暴力|攻击)[^。,]{0,4}(?:问题|倾向)|多动(?:症)?|自闭|有病|变态|暴力倾向|攻击性|朽木|无可救药|没救|无药可救|扶不|烂泥|反面(?:典型|教材)|白眼狼
  小霸王|爱(?:撒谎|说谎|告状|打小报告|占小便宜|哭鬼|出风头|欺负)|贪玩|胆小(?:鬼|怕)|邋遢|脏兮兮|不讲卫生|素质(?:差|低|太)|没素质|讨(?:厌|人嫌)
  令人(?:失望|头疼|头痛)|让人(?:失望|头疼|头痛|操心)|太差|很差|极差|最差|真差|表现(?:不好|差|糟|恶劣|不佳|太差|很差|一般|不理想)
  态度(?:不端正|恶劣|差|不好|有问题)|学习(?:差|不好|不行|态度|吃力|困难)|成绩(?:差|不好|不理想|太差|很差|糟|一塌糊涂|落后)|基础(?:差|太差|薄弱|很差)
  粗心(?:大意)?|马虎|磨蹭|拖拉成性|注意力不(?:集中|够)|散漫|嚣张|狂妄|两面派|骗子|小偷|惯犯|劣迹|恶劣|低劣|可耻|无耻|拖累|累赘|不可救药|不思进取|不务正业|心机|戏精|妈宝
  没人(?:喜欢|愿意)|没朋友
`
/** Praise. */
const PRAISE = words`
  表扬|表彰|嘉奖|点赞|夸(?:奖|赞|一夸|夸)?|真棒|太棒|很棒|最棒|好样的|了不起|优秀|出色|突出|最佳|榜样|之星|标兵|模范|楷模|光荣|喜报|捷报|祝贺|恭喜|贺喜
  获(?:得|奖|评)|荣获|喜获|夺得|摘得|斩获|[一二三特]等奖|金奖|银奖|铜奖|优胜|冠军|亚军|季军|第[一二三]名|满分|全对|三好|优干|奖状
  (?:进步|提高)(?:很|最|特别|非常|明显|神速|飞快|较|显著|巨大|大)|有(?:很大|明显|了很大|较大)?进步|乐于助人|助人为乐|拾金不昧
  (?:最|特别|非常|很|认真|十分)(?:认真|努力|积极|专心|用心|懂事|听话|有礼貌|热心|勤快|自觉|聪明|乖)|认真(?:负责|听讲|完成|书写|努力)
  积极(?:发言|举手|参与|主动|回答)|值得(?:大家|我们|全班|同学)?[^。,]{0,4}学习|向[^。,\n]{1,14}学习|为[^。,]{0,10}(?:骄傲|自豪|点赞|鼓掌)|奖励
  颁奖|小红花|掌声|鼓掌|好孩子|小能手|小达人|小先生|带头作用|主动(?:帮|打扫|捡|承担|留下)
`

/** Right before a fault, what makes it none. */
const DENIED = hint`
  (?:(?<!有)没有(?!完成|交|写|带|按时)|从不|从未|从没|不再|不会|未曾|并未|改掉(?:了)?|改正(?:了)?|克服(?:了)?|戒掉(?:了)?|告别(?:了)?|制止(?:了)?|劝阻|阻止|避免|防止|禁止|不要|不能|不许|不准|请勿|切勿|严禁|杜绝|(?<![特分个区级性类告])别|减少|不是|并不|不|无|反对|不应|不得|拒绝|帮助|提醒|纠正|劝|拉开|统计|登记|记录|检查|监督|收集|整理)[^。!?;,、\n]{0,5}$
`
/** A child with a task is not the one it is about. */
const ON_DUTY =
  /负责(?!任)|值[日周](?:生|班长|组长|员|教师)|组长|班长|监督[员岗]|检查员|登记员|记录员|志愿者|小队长|课代表|小老师|巡查/
/** 他今天又… goes on about the child of the sentence before. */
const GOES_ON =
  /(?:^|[,\s])(?:他|她|这孩子|该生|这个孩子|这位同学|此生|两人|两个人|他们|她们|几个人|以上|上述|这(?:几|两|三)(?:个|位|名))/
/** A praise or a complaint at the head of a list of names. */
const LIST_HEAD =
  /(?:表扬|批评|点名|通报|名单|如下|以下|下列|提醒|注意|没交|未交|未完成|没完成|光荣榜|之星|获奖|祝贺|恭喜|优秀|进步)/

interface About {
  mentions: Mention[]
  sentence: Range
}

/** Sentences that speak of a child, with the children of the sentence before where 他 goes on about them. */
function sentencesAbout(subject: Subject): About[] {
  const { text } = subject.text.tight
  const children = subject.mentions.filter((mention) => !isOwnChild(subject, mention))
  if (children.length === 0) return []
  const about: About[] = []
  let before: Mention[] = []
  let head: Range | undefined
  for (const sentence of sentencesOf(text)) {
    const words = text.slice(sentence.start, sentence.end)
    const here = children.filter(({ start }) => start >= sentence.start && start < sentence.end)
    if (here.length > 0) {
      about.push({ mentions: here, sentence })
      if (head && isOnlyNames(words, here)) about.push({ mentions: here, sentence: head })
    } else if (before.length > 0 && GOES_ON.test(words)) about.push({ mentions: before, sentence })
    if (here.length > 0) before = here
    else if (!GOES_ON.test(words)) before = []
    if (here.length === 0) head = LIST_HEAD.test(words) ? sentence : undefined
  }
  return about
}

const isOnlyNames = (words: string, mentions: Mention[]) =>
  mentions.reduce((length, { start, end }) => length - (end - start), words.length) <= mentions.length * 4 + 6

const isOwnChild = ({ context, post }: Subject, { index }: Mention) =>
  post.role === 'guardian' && context.ownChild !== undefined && context.roster[index]?.name === context.ownChild

/** Words of a kind in the sentences about children, as far as they are meant. */
function wordsAbout(subject: Subject, words: RegExp): Range[] {
  const { text } = subject.text.tight
  return sentencesAbout(subject).flatMap(({ mentions, sentence }) => {
    const sentenceText = text.slice(sentence.start, sentence.end)
    const found = findAll(sentenceText, words)
      .map(({ start, end }) => ({ start: start + sentence.start, end: end + sentence.start }))
      .filter(
        (range) =>
          !DENIED.test(text.slice(sentence.start, range.start)) && !mentions.some((name) => overlaps(name, range)),
      )
    return found.length === 0 || (ON_DUTY.test(sentenceText) && words !== PRAISE) ? [] : [...mentions, ...found]
  })
}
const overlaps = (a: Range, b: Range) => a.start < b.end && b.start < a.end

/** No child is named with a fault (C22). */
export const judgeFaults: JudgeRule = (subject) => {
  if (!subject.isPublic) return undefined
  const faults = wordsAbout(subject, FAULT)
  if (faults.length > 0) return findingAt(subject, 'refuse', unique(faults), { sureness: 1 })
  return findingAt(subject, 'refuse', unique(wordsAbout(subject, JUDGEMENT)))
}

/** No child is judged (C23); between guardians this is the rule, whatever was done. */
export const judgeJudgements: JudgeRule = (subject) => {
  if (!subject.isPublic) return undefined
  const judgements = unique(wordsAbout(subject, JUDGEMENT))
  const faults = unique(wordsAbout(subject, FAULT))
  if (!subject.isStaff) return findingAt(subject, 'refuse', unique([...judgements, ...faults]), { sureness: 2 })
  return findingAt(subject, 'refuse', judgements, { sureness: judgements.length > faults.length ? 2 : 1 })
}

/** No praise by name either (P05). */
export const judgePraise: JudgeRule = (subject) => {
  if (!subject.isPublic) return undefined
  const praise = unique(wordsAbout(subject, PRAISE))
  const children = subject.mentions.filter((mention) => !mention.isFamily)
  if (children.length === 0) return undefined
  return findingAt(subject, subject.isStaff ? 'refuse' : 'warn', praise)
}

/** What concerns one child only is better said in private (C24). */
export const judgeSingleChild: JudgeRule = (subject) => {
  if (!subject.isPublic) return undefined
  const { text } = subject.text.tight
  const isThanks = /感谢|谢谢|多谢/.test(text)
  const children = subject.mentions.filter((mention) => !mention.isFamily || (subject.isStaff && !isThanks))
  const distinct = new Set(children.map(({ index, start }) => (index >= 0 ? index : -1 - start)))
  return distinct.size === 1 ? findingAt(subject, 'warn', children) : undefined
}

const unique = (ranges: Range[]): Range[] =>
  ranges
    .filter((range, at) => ranges.findIndex((other) => other.start === range.start) === at)
    .sort((a, b) => a.start - b.start)
