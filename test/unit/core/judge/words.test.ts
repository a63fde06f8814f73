// Decides whether rules on words know a breach by what it is made of, and let honest posts with the same words pass.
import { at, comment, judgeText, pactOf, privately } from './judging'

const PACT = pactOf('primary', 'G01', 'G02')
const ALARMS = ['hold', 'deflect', 'refuse']
const activity = { noticeKind: 'activity' } as const
const guardianPrivately = { ...privately, role: 'guardian' } as const

const COMMENTS: [rule: string, text: string][] = [
  ['C05', '有部片子尺度很大，孩子睡了再看，要的敲1'],
  ['C05', '路口刚撞死个人，现场视频我传上来给大家看看'],
  ['C05', '星期天来我家聚会，传道人带孩子们祷告，信主得永生'],
  ['C05', '手里有几把弩和甩棍，便宜卖，防身用'],
  ['C06', '家里孩子夜哭的，找我姑婆给孩子叫魂，红纸写名字压枕头下就好'],
  ['C06', '今天是孔子诞辰转发到五个群孩子聪明一年，不转的后悔'],
  ['C06', '绿豆水治白血病，医院都是骗钱的，偏方我有'],
  ['C08', '教语文那个是猪脑子吧，一天到晚就会喊'],
  ['C08', '门卫老头眼瞎耳聋，养条狗都比他强'],
  ['C09', '都把孩子领回家，明天全班不上学，逼他们换老师'],
  ['C09', '谁家孩子再推我女儿，我放学就在门口候着，让他尝尝厉害'],
  ['C25', '中午的饭又是凉的，孩子天天回来说没吃饱，食堂到底归谁管'],
  ['C25', '座位一直不换，个子小的坐后面啥都看不见，这样安排合理吗'],
  ['C25', '厕所那个味道隔着走廊都闻得见，就没人打扫吗'],
  ['C34', '晓得咯，谢谢老师哈'],
  ['C34', '收悉，定当配合，老师费心了'],
  ['L01', '老师我们家要去兰州看牙，明后两天过不来了'],
  ['L01', '王老师 打谷子忙不开 没得人送娃 今儿上午他就不去了哈'],
  ['L01', '外面发大水车过不去，今天就不叫娃去了'],
  ['C13', '新年快乐，hong bao走起，快来抢'],
  ['C14', '麻烦各位给8号娃扌殳个票，小程序里一天一次'],
]
const HONEST: [rule: string, text: string, post?: object][] = [
  ['C05', '本周道德与法治学到宗教场所的内容，孩子如有疑问请来问老师'],
  ['C05', '禁止携带弓弩、仿真枪进入校园，一经发现交派出所', { role: 'principal', audience: 'school' }],
  ['C06', '端午我们包香囊，不是护身符，是中药驱蚊用的'],
  ['C06', '语文书第八课《女娲补天》是神话故事，孩子问世上有没有神仙'],
  ['C08', '请问下雨天走后门还是前门接', comment],
  ['C08', '本周成语：丧心病狂、狼心狗肺、卑鄙无耻，会读会写'],
  ['C09', '请家长不要送蛋糕、不要送伴手礼'],
  ['C09', '他要是再不写作业您就打电话给我，我收拾他，哈哈', guardianPrivately],
  ['C09', '回家路上有只野狗，大家接孩子小心点', comment],
  ['C25', '校服裤子大了，可以换小一号吗，吊牌还在', comment],
  ['C25', '今天的饭有孩子最爱的红烧肉，回来一直说好吃', comment],
  ['C25', '投诉电话那页的题目孩子不懂，是指12345吗', comment],
  ['C34', '收到，请问一下是带一寸照片还是两寸', comment],
  ['C34', '谢谢老师提醒，我回家再翻翻书包找找回执', comment],
  ['L01', '家长会我请不了假，让奶奶来可以吗', comment],
  ['L01', '孩子病好了，今天已经回学校了，谢谢大家关心', comment],
  ['C13', '数学书第28页的题目“抢红包”是用来学加减法的'],
  ['C14', '《给同学投票》这篇课文要求会读'],
]

describe('words and what they are made of', () => {
  it.each(COMMENTS)('%s given a comment that breaks it, when judged, then this rule decides: %s', (rule, text) => {
    const { verdict, reasons } = judgeText(text, comment, {}, PACT)
    expect(ALARMS).toContain(verdict)
    expect(reasons[0]?.rule).toBe(rule)
  })
  it.each(HONEST)(
    '%s given honest words that look alike, when judged, then nothing stops them: %s',
    (_, text, post = {}) => {
      expect(ALARMS).not.toContain(judgeText(text, post, {}, PACT).verdict)
    },
  )
  it('C08 given a complaint that insults, when judged, then the insult decides, not the complaint', () => {
    const { reasons } = judgeText('食堂难吃得要命，厨师就是一头蠢猪', comment, {}, PACT)
    expect(reasons[0]?.rule).toBe('C08')
  })
})

const wednesday = (clock: string) => at('2026-10-14', clock)
const saturday = (clock: string) => at('2026-10-17', clock)
const LATE: [text: string, now: number][] = [
  ['足球队今天放学别走，训练到六点，请家长六点来接', wednesday('13:30')],
  ['今天傍晚亲子徒步，6点滨河公园南门见', wednesday('10:00')],
  ['孩子们今天上午去敬老院慰问，九点校门口集合', saturday('07:20')],
]
const IN_TIME: [text: string, now: number][] = [
  ['今天下午两点操场举行消防演练，听到警报不要惊慌', wednesday('09:00')],
  ['明天放学后合唱队排练至五点半，请家长推迟接', wednesday('15:00')],
  ['今天放学后的足球训练因雨取消，请按时接孩子', wednesday('14:00')],
  ['今天下午2:30—3:30六年级在礼堂听讲座，4:20正常放学', wednesday('08:00')],
]

describe('activities a text tells of', () => {
  it.each(LATE)('N09 given an activity today out of school hours, when judged, then it is refused: %s', (text, now) => {
    expect(judgeText(text, activity, {}, PACT, now).reasons[0]).toMatchObject({ rule: 'N09', verdict: 'refuse' })
  })
  it.each(IN_TIME)('N09 given one in school, later, or called off, when judged, then it passes: %s', (text, now) => {
    expect(judgeText(text, activity, {}, PACT, now).reasons.map(({ rule }) => rule)).not.toContain('N09')
  })
  it('N09 given a principal, when told the same day, then it is only said', () => {
    const post = { ...activity, role: 'principal' } as const
    const { reasons } = judgeText('今天17:00排练诗朗诵，参加的同学留下', post, {}, PACT, wednesday('11:00'))
    expect(reasons[0]).toMatchObject({ rule: 'N09', verdict: 'warn' })
  })
})

describe('the same matter again', () => {
  const now = wednesday('10:00')
  const ago = (minutes: number, text: string) => ({ text, at: now - minutes * 60_000 })
  it('N03 given a notice that adds to the last one, when judged, then it is said', () => {
    const previous = [ago(40, '请大家周三前交体检表，用黑笔填写。')]
    expect(judgeText('补发：还需要贴一张一寸照片', {}, { previous }, PACT, now).reasons[0]?.rule).toBe('N03')
  })
  it('N03 given a notice on something else, when judged, then it passes', () => {
    const previous = [ago(30, '明天请给孩子带彩笔上美术课。')]
    expect(judgeText('周五请穿运动鞋', {}, { previous }, PACT, now).verdict).toBe('allow')
  })
  it('C02 given the same question in other words for the third time, when judged, then it is said', () => {
    const previous = [ago(6, '请问周五上不上延时呀'), ago(3, '周五是不是不上延时了')]
    const { reasons } = judgeText('请问周五是不是不上延时', comment, { previous }, PACT, now)
    expect(reasons[0]).toMatchObject({ rule: 'C02', verdict: 'warn' })
  })
})
