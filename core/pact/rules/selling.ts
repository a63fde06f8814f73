// Decides whether somebody advertises or sells (C10), or gathers buyers (C15).
import { findAll, findMeant, findingAt, type JudgeRule } from '../finding'
import { hint, words, type Range } from '../neighbours'

/** Words of trades that have no business in a class: one is enough together with any sign of an offer. */
const TRADE = words`
  微商|[代带]购|加盟|招(?:代理|商|兼职|学员)|诚招|总代|一手货源|货源|批发价|厂家直销|刷单|补单|日结|月入|日赚|日入|副业|躺赚|赚(?:钱|外快|零花)|兼职|贷款|网贷|借款
  信用卡(?:套现|代办)|理财|基金|股票|荐股|牛股|炒股|炒币|数字货币|虚拟币|投资(?:项目|回报|理财)|高收益|稳赚|返利|返现|佣金|提成|保险(?:产品|顾问|经纪|规划)|重疾险
  面膜|减肥(?:产品|茶|药)|瘦身|燕窝|保健品|奶粉代|化妆品|护肤(?:品|套)|口红|香水|包包|名牌|高仿|鞋服|童装(?:店|清仓|特卖)|A货|清仓|甩卖|甩货|特价|秒杀|促销|大促
  包邮|拍下|下单|预定|抢购|囤货|现货|到货|上新|新品|出货|批发|零售价|优惠(?:券|价|活动|名额|力度)?|打?[一二三四五六七八九\d](?:\.\d)?折|半价|买一送一|买\d送\d
  满减|满\d+减\d+|立减|团购价|原价|仅售|只要\d+|售价|现价|体验(?:课|价|卡|装)|试听(?:课)?|免费(?:领取?|试听|试用|体验|送)|名额有限|先到先得|欲购从速
  招生(?:啦|中|简章|优惠|火热|进行)
  (?:培训|辅导|补习|托管|晚托|午托|小饭桌|英语|奥数|书法|舞蹈|美术|钢琴|编程|作文|游泳|跆拳道)(?:班|机构|课程|中心)?[^。!?\n]{0,12}(?:招生|报名|优惠|开班|试听|体验|名额)
  开业(?:大吉|酬宾|优惠)?|新店|店铺|网店|淘宝店|拼多多店|小店|直播间|橱窗|会员(?:卡|日|价)|充值(?:送|返|满)|办卡|代写|代发|代做
  卖(?:点|些|了)?(?:土鸡蛋|水果|自家|家里|蜂蜜|茶叶|海鲜|大闸蟹|衣服|护肤|保险|二手|房|车)|出售|转让|出租|自家(?:种|产|做|养|酿|熬|烤)的|纯手工|绿色无公害
  私房(?:菜|烘焙|蛋糕)|烘焙|代理|推广|引流|涨粉|套餐价|学区房|楼盘|中介|课程顾问|押题班|提分|保过|包过|名师(?:一对一|辅导|课)|一对一(?:辅导|课|家教)?|家教|我是做[^。,]{1,8}的|尿不湿|全场|急招|招人
  发传单|现结|时薪|小时工|临时工|包送|正宗|地道|正品|纯天然|新房|净水器|内部折扣|家长价|学员|(?:体能|运动|艺术|美术|舞蹈|音乐|早教)(?:馆|中心|机构)|现场签单|免费体验
  闲置|从事[^。,]{0,6}(?:行业|工作|销售)|保险行业|教育金|[九89八7七]成新|全新未|产后(?:修复|康复)|小儿推拿|推拿|按摩|到店|(?:研学|夏令|冬令|训练|体验)营
  (?:蛋糕|甜品|点心|水饺|粽子|月饼|腊肉|香肠|辣酱|土特产|特产|土鸡|鸡蛋)(?=.{0,24}(?:\d|订|元|要))|定制|订制|提前[^。,]{0,4}订|年化|送鸡蛋|提成|返点
  好处费|(?:带|招|推荐)(?:学员|客户|学生)|墨盒|开(?:了)?(?:一)?(?:家|个)?[^。,]{0,4}(?:店|馆|班|工作室|厂|公司)
  (?:理发|美容|美发|面|饭|餐|超市|水果|服装|眼镜|文具|药)(?:店|馆|院)|健身|瑜伽|驾校|洗车|保洁|月嫂|家政|装修|网课|资料包|课程打包|名师课程|工作室|补课
  小班(?:辅导|课|教学)?|陪读|晚辅
`
/** A price. */
const PRICE = words`
  [¥￥$]\s?\d+
  \d+(?:\.\d+)?\s?(?:元|块钱?|rmb|米|大洋|圆|r)(?!以[内下]|硬币|纸币|人民币)?(?:\/|一|每)?(?:盒|斤|件|套|箱|份|瓶|袋|节|课|次|个|只|单|条|支|年|月|天|人|张|双|kg|包)?
  [一二三四五六七八九十百千两]+(?:块|元)(?:钱)?|(?:一|每)(?:盒|斤|件|套|箱|份|瓶|袋|节|单)\d+|\d+(?:折|包邮)|半价
  (?:一|每)[天小时节课月单](?:时)?\d+|斤装\d+|便宜|划算|实惠|可小?刀|\d{2,5}(?:转|出|拿走|带走|包邮)|[六八十]寸\d+|八八折|[八九七六五]折
  价格(?:优惠|美丽|实惠|公道|私聊|便宜)|成本价|亲情价|内部价|白菜价|学生价|友情价
`
/** A way to reach the seller. */
const CONTACT = words`
  (?:加|佳|嘉|\+|➕)(?:我|一下|下)?(?:个)?(?:微|v|薇|威|徽|微信|v信|威信|vx|wx|好友|q|qq|扣扣|群)
  (?:微|v|薇|威|徽)(?:信|芯|x)?(?:号|同号|:)|(?<![a-z])(?:vx|wx|v信|weixin)(?![a-z])
  (?:我|本人)(?:先生|老公|爱人|老婆|妻子|姐|妹|哥|弟|表[姐妹哥弟]|朋友|亲戚|同学|闺蜜|家)(?:在|是|从事|开|做|的?店|这边)|私(?:聊|我|信|戳|窗)|滴滴我
  (?:微|薇|威|徽|v|卫)\s?[❤♥💗信芯x]?\s?[::]?[a-z][a-z0-9_]{4,}|(?:dd|滴)我|小窗|戳我|找我|联系(?:我|方式|电话)|咨询
  (?:有|感)(?:兴趣|需要|需求|意)(?:的|者)?(?:可以?|请|欢迎|家长|朋友|宝妈|亲|[^。!?,]{0,6}(?:联系|找|私|加|咨询|接龙|报名))
  需要的(?:家长|亲|朋友|宝妈|妈妈)?(?:们)?(?:可以|请|联系|找|私|加|扫|接龙|扣|回复)|扫(?:码|描?二维码|一?扫)|扣1|扣一|回复1|点击(?:链接|下方|购买)|进群
  拉你|电话|手机号?|1[3-9]\d{9}|朋友圈(?:有|看|里)|可送货|送货上门|自提
`
const URGE =
  /欢迎|快来|赶紧|抓紧|速来|速抢|快抢|先到先得|名额|最后\d+|支持一下|了解一下|别错过|不要错过|走过路过|照顾(?:一下)?生意|捧场|光临|惠顾|订购|选购|购买|想要|要的|报名/g
/** Words no teacher needs: alone they say what it is. */
const BLATANT = words`
  微商|诚招代理|招(?:募)?(?:代理|加盟)|日赚|日入\d|月入(?:过)?(?:\d|[一二三五]?万)|躺赚|刷单|补单|荐股|牛股|稳赚不赔|内幕消息.{0,6}股|网贷|套现
  代写(?:作业|作文|论文)|返佣|佣金日结|日结(?:佣金|工资|不拖)|高仿|厂家直销|手慢无|包邮.{0,8}(?:要的|下单|加)|亲们.{0,12}(?:下单|新品|现货)
  (?:加|\+)(?:v|微|薇)[^。!?\n]{0,6}(?:领|送|免费|优惠|咨询|了解)|(?:代发|代购)[^。!?\n]{0,12}(?:联系|私|加|元|块|一单)
  (?:宝妈|在家|居家)[^。!?\n]{0,8}(?:兼职|副业|赚钱)|传销|拉人头|(?:给您?|返|有)[^。!?,\n]{0,6}(?:提成|返点|回扣|好处费)|(?:送|买)房卡
`
/** Reach me, not the school. */
const PERSONAL = /(?:咨询|联系|找|私信|加|私聊|私|滴滴|戳)我(?!校|园|班|们)|报我(?:的)?名/
/** What a school itself announces with a price or an enrolment. */
const SCHOOL_BUSINESS = hint`
  课后服务|延时服务|校服|春游|秋游|研学|餐费|伙食|学费|保教费|书本费|学平险|义卖|跳蚤市场|兴趣小组|社团|图书(?:馆|角)|体检|疫苗|门票|车费
  招生(?:工作|政策|简章|公告|通知|范围|计划)|幼升小|小升初|一年级新生|食堂|专家讲座|家长学校|家长会|防(?:骗|诈)|旧书|失物|讲座|公益|展览|博物馆|科技馆|志愿者|社区
  学校(?:将|拟|计划|组织|统一)|我校|我园|本园|幼儿园(?:将|拟|计划|组织|统一)
`

export const judgeAdverts: JudgeRule = (subject) => {
  const { text } = subject.text.tight
  if (!subject.isPublic && subject.isStaff) return undefined
  const blatant = findMeant(subject, BLATANT)
  if (blatant.length > 0) return findingAt(subject, 'hold', blatant, { sureness: 1 })
  const trade = findMeant(subject, TRADE)
  const signs = [PRICE, CONTACT, URGE].map((words) => findAll(text, words)).filter((ranges) => ranges.length > 0)
  const score = Math.min(trade.length, 3) + signs.length + (PERSONAL.test(text) ? 1 : 0)
  const hasWay = findAll(text, CONTACT).length > 0 || findAll(text, PRICE).length > 0
  const needed = neededSigns(subject.isStaff, subject.isPublic, SCHOOL_BUSINESS.test(text))
  const isOffer = trade.length > 0 && (hasWay || (trade.length > 2 && !subject.isStaff && subject.isPublic))
  if (!isOffer || score < needed) return undefined
  return findingAt(subject, 'hold', [...trade, ...signs.flatMap((ranges) => ranges.slice(0, 1))].sort(byPlace))
}

const byPlace = (a: Range, b: Range) => a.start - b.start

/** How many signs make an offer: fewer from a guardian to a class, more where a school may well speak of prices itself. */
function neededSigns(isStaff: boolean, isPublic: boolean, isSchoolBusiness: boolean): number {
  if (!isPublic) return 4
  if (isStaff) return isSchoolBusiness ? 6 : 3
  return isSchoolBusiness ? 4 : 2
}

const GROUP_BUYING = words`
  [拼併][单團团购tT](?:uan)?|拼(?:个|一个|一下|着)?(?:团|单|购|图书单)|[团團](?:购|gou)(?:价|接龙|链接|群|啦|了)?
  [团团](?:一下|一波|了|起来|长|友)(?=[^。]{0,10}(?:要|买|链接|下单|报名|接龙|吗))|(?:\d+|[三五十两几])人(?:成|起)团
  拼[一半两]?(?:箱|件|盒|份|袋)|[凑湊](?:个|一|够|满)?(?:单|团|箱|人头)|(?:参|开|成|组|跟)[团團](?!体|队|结|圆|日|支|课)
  一起(?:买|团|拼|订(?!正|立|计划)|采购|下单)|合(?:伙|起来|着)(?:买|订|购)|众筹买
  (?:满|够|凑)\d+(?:本|件|份|人|套|箱|个|单)[^。!?\n]{0,10}(?:价|折|便宜|优惠|团|减)|团(?:价|长)|接龙(?:买|订|购|团)
  (?:买|订|购)[^。!?,\n]{0,10}接龙
`
/** The food hall's tender, a museum's group ticket, a group photo. */
const OTHER_GROUPS =
  /团(?:体票|队票|日|课|建|徽|员|委|旗|歌|结|圆)|拼(?:音|图|写|读|搏|版|接|盘|装)|社会团体|艺术团|合唱团|代表团|旅行团|参观团/

export const judgeGroupBuying: JudgeRule = (subject) => {
  if (!subject.isPublic && subject.isStaff) return undefined
  const found = findMeant(subject, GROUP_BUYING).filter(
    ({ start, end }) => !OTHER_GROUPS.test(subject.text.tight.text.slice(start, end + 1)),
  )
  return findingAt(subject, 'refuse', found)
}
