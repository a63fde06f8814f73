// Decides whether offers, gatherings, canvassing, stakes, appeals, levies and leaks are told from everyday talk.
import type { Post } from '@class-pact/core/judge'
import { createJudge } from '../../../../core/judge/judge'
import { at, pactOf, privately, ROSTER } from './judging'

type Case = [rule: string, text: string, post?: Partial<Post>]
const comment = { role: 'guardian', kind: 'comment', title: '' } as const
const toTeacher = { ...privately, role: 'guardian', title: '' } as const
const toFamily = { ...privately, role: 'teacher', title: '' } as const
const notice = { title: '' }
const principals = { role: 'principal', audience: 'school', title: '' } as const

const BROKEN: Case[] = [
  ['C07', '有没有会打川麻的爸爸，周五晚上我家，十块底，封四番', comment],
  ['C07', '刮刮乐组队，一人五十，我去买，中了平分', comment],
  ['C07', '巴萨今晚必赢，我两千块压上了，要跟的说一声', comment],
  ['C07', '娃的平板被锁了？我有改过的安装包，绕过家长控制，私发', comment],
  ['C10', '俺家羊下崽了，过年想吃羊肉的提前说，按市场价少五块', comment],
  ['C10', '我们家新接手了小区北门的洗衣店，班里家长羽绒服洗一件二十', comment],
  ['C10', '搬家了，儿童床和书桌想找个新主人，带走给个三百就成', comment],
  ['C10', '分享一个搞钱的路子，一天稳定五十到一百，感兴趣的拉群', comment],
  ['C10', '老师，我妹妹做医美的，您要是去做皮肤管理给您员工价', toTeacher],
  ['C10', '您家孩子英语要加强，我妹妹的机构在搞活动，报我的名字少三百', toFamily],
  ['C13', '刚发了一个，口令是三班最棒，都来抢', comment],
  ['C13', '老师，孩子爸叫我把这两百块转给您，过节买点水果，千万别退', toTeacher],
  ['C14', '再有十二个人点一下我就能零元拿到书包了，帮帮忙', comment],
  ['C14', '我妈跳广场舞的队是5号，给个面子，搜公众号进去就能选', comment],
  ['C14', '本人入围年度教师人物，扫海报上的码给我加油，每日一次，多谢各位家长抬爱', notice],
  ['C15', '网上的儿童桌椅三套起送货上门，我家要一套，再找两家', comment],
  ['C15', '跳舞鞋那家店说拿十双以上给七折，我建了个表，尺码填进去', comment],
  ['C16', '同村的老支书中风了，没儿没女，有心的给点医药费', comment],
  ['C19', '报一下：咱家 3007，对手 2988，还有两小时', comment],
  ['C26', '外面都在讲咱们学校要搬到新区去，大家早做打算', comment],
  ['C27', '我小姨子在考试院，下礼拜统测的阅读篇目是《桂林山水》，让孩子背熟', comment],
  ['C27', '附上拟录取的分班名单，学校还没盖章，大家心里有个谱', notice],
  ['C36', '班里饮水机坏了，谁家方便就抬一台来，老师记你们的好', notice],
  ['C36', '小航妈妈，我搬新家缺台空气炸锅，您在电器城上班，看着帮我挑一台送来呗', toFamily],
  ['C37', '校刊印刷成本由各家承担，每册25元，请班主任代收', principals],
  ['C37', '新生入园需交押金五百、被褥费三百二', principals],
]
const KEPT: Case[] = [
  ['C07', '全家周末打扑克，孩子算二十四点比我快', comment],
  ['C07', '老师，孩子爷爷爱打麻将，接送有时晚几分钟，我说过他了', toTeacher],
  ['C10', '我是做烘焙的，家长讲堂可以带孩子们认识面粉，材料我自己准备，不收钱', comment],
  ['C10', '儿童票是一米二以下半价，孩子刚好过线了', comment],
  ['C10', '我自己开网店卖童装的，但我绝不会在班里发广告，您放心', toTeacher],
  ['C10', '学校对面新开的书店环境不错，孩子在里面看了一下午', comment],
  ['C13', '数学书第28页的题目“抢红包”是用来学加减法的，课堂上没有真的红包', notice],
  ['C13', '老师，您垫的体检费三十六块我转您了，辛苦', toTeacher],
  ['C14', '孩子们的合唱在市里得了一等奖，大家一起点个赞', comment],
  ['C14', '我家孩子说昨天课堂上投票选了班级吉祥物，是只小老虎', comment],
  ['C15', '有想一起走路上学的吗，我家在东门，早上七点二十出发', comment],
  ['C15', '不好意思老师，刚才误发了一个拼单链接给您，请忽略', toTeacher],
  ['C16', '捐款是自愿的吧？零花钱孩子自己决定可以不', comment],
  ['C16', '孩子骨折了，谢谢大家关心，医生说六周拆石膏', comment],
  ['C19', '孩子跳绳已经能跳到180了，第一次才60', comment],
  ['C27', '试卷已经批好，孩子会带回家，请家长签字', notice],
  ['C36', '失物招领：蓝色保温杯一个、跳绳三根，放在值班室窗台，随时可以认领', notice],
  ['C36', '孩子这两天说家里借了钱，晚上睡不好，您方便时我们聊聊', toFamily],
  ['C36', '近期有人冒充老师在群里发“资料费”二维码。凡是叫您扫码转账、发红包的，请直接打96110核实', notice],
  ['C37', '请家长核对餐费余额，低于二十元请及时充值', notice],
]
const pact = pactOf('primary', 'G01', 'G02', 'G19', 'T06', 'N02')

/** The rules alone: what the reader beside them guesses is tested with the reader. */
const judge = createJudge(() => ({
  rule: 'C10',
  guess: 'unsure',
  score: 0,
  isHonestAt: () => false,
  isHonestThroughout: () => false,
  locate: () => ({ start: 0, end: 0 }),
}))
const judgeAlone = (body: string, post: Partial<Post> = {}) =>
  judge(
    { role: 'head_teacher', kind: 'notice', noticeKind: 'notice', audience: 'class', body, ...post },
    { roster: ROSTER, calendar: { rest: [], school: [] }, commentsOpen: true },
    pact,
    at('2026-09-09', '10:00'),
  )

describe('money and trade', () => {
  it.each(BROKEN)('%s given words that make the act together, when judged, then it decides: %s', (rule, text, post) => {
    expect(judgeAlone(text, post).reasons[0]?.rule).toBe(rule)
  })
  it.each(KEPT)(
    '%s given the same words in everyday talk, when judged, then it may go out: %s',
    (_rule, text, post) => {
      const { verdict, reasons } = judgeAlone(text, post)
      expect({
        stopped: ['hold', 'deflect', 'refuse'].includes(verdict),
        rules: reasons.map(({ rule }) => rule),
      }).toEqual(expect.objectContaining({ stopped: false }))
    },
  )
})
