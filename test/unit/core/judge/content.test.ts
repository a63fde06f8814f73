// Decides whether every rule on content says what its acceptance check asks for, and lets the look-alike pass.
import { comment, judgeText, pactOf, privately } from './judging'

type Case = [rule: string, verdict: string, text: string, post?: object, context?: object, preset?: string]
const BROKEN: Case[] = [
  [
    'C01',
    'refuse',
    '老师在吗',
    comment,
    {
      previous: [
        { text: '老师在吗？', at: 1 },
        { text: '老师,在吗', at: 2 },
      ],
    },
  ],
  ['C05', 'refuse', '加入全能神吧', comment],
  ['C06', 'refuse', '转发这条考神，孩子必过，不转倒霉', comment],
  ['C07', 'refuse', '充100送50，提现秒到', comment],
  ['C08', 'hold', '什么破学校', comment],
  ['C09', 'hold', '放学门口见，打断你的腿', comment],
  ['C10', 'hold', '自家种的苹果，5元一斤，需要的加我微信', comment],
  ['C11', 'refuse', '请看 v.qq.com/x', {}, { linkAllowList: ['qq.com'] }, 'strict'],
  ['C12', 'refuse', '请看 notexample.com/x', {}, { linkAllowList: ['example.com'] }],
  ['C13', 'refuse', '抢红包啦', comment],
  ['C14', 'refuse', '帮我家孩子投一票', comment],
  ['C15', 'refuse', '有人一起拼团买绘本吗', comment],
  ['C16', 'refuse', '请大家踊跃捐款', {}, {}],
  ['C17', 'refuse', '请大家踊跃捐款', { role: 'principal', audience: 'school' }, { permissionNumber: '1' }, 'strict'],
  ['C18', 'refuse', '数学测试：张小明98，李思涵87'],
  ['C19', 'refuse', '我家宝贝已经520票了', comment],
  ['C20', 'refuse', '今日作业：抄写第5课生字两遍'],
  ['C22', 'refuse', '张小明今天又打同学了'],
  ['C23', 'refuse', '张小明这孩子太自私'],
  ['C24', 'warn', '请张小明来办公室拿水杯'],
  ['C25', 'deflect', '强烈要求学校整改食堂', comment],
  ['C26', 'warn', '听说明天停课', comment],
  ['C27', 'hold', '这是期末原题，提前发给大家，看完就删', { role: 'teacher' }],
  ['C28', 'refuse', '张小明妈妈电话13812345678'],
  ['C29', 'deflect', '请问几点', comment, { commentsOpen: false }],
  ['C30', 'warn', '😊😊😊[微笑][微笑][微笑]你好'],
  ['C31', 'refuse', '见语音', {}, { attachments: ['voice'] }],
  ['C34', 'deflect', '收到，谢谢老师🌹', comment],
  ['C36', 'refuse', '请每位家长转我微信50元班费'],
  ['C37', 'hold', '每生300元', { noticeKind: 'fee' }],
  ['C38', 'hold', '没写完的罚抄二十遍'],
  ['L01', 'deflect', '孩子发烧，今天请假一天', comment],
  ['L01', 'deflect', '孩子发烧请假很急，麻烦老师', comment],
  ['P03', 'refuse', '看看我们', comment, { attachments: ['photo'] }],
  ['P05', 'refuse', '表扬张小明拾金不昧'],
]
const KEPT: Case[] = [
  ['C07', 'allow', '请远离赌博，提高警惕'],
  ['C10', 'allow', '严禁教师做微商，不推销'],
  ['C12', 'allow', '请看 www.example.com', {}, { linkAllowList: ['example.com'] }],
  ['C13', 'allow', '请不要在群里发红包'],
  ['C14', 'allow', '为全体孩子点赞'],
  ['C15', 'allow', '学校不组织团购'],
  ['C16', 'allow', '请大家踊跃捐款', { role: 'principal', audience: 'school' }, { permissionNumber: '西教许1' }],
  ['C18', 'allow', '成绩单独反馈，平均分成四组'],
  ['C18', 'allow', '数学98分', { ...privately, role: 'teacher' }, { toChild: '张小明' }, 'open'],
  ['C20', 'allow', '今天不布置作业'],
  ['C20', 'allow', '今日作业：抄写第5课', {}, {}, 'open'],
  ['C22', 'allow', '有的同学上课讲话，请家长提醒'],
  ['C22', 'allow', '张小明今天又打同学了', { ...privately, role: 'teacher' }],
  ['C23', 'allow', '张小明很自私', comment, { ownChild: '张小明' }, 'S0-8'],
  ['C28', 'allow', '学校电话0971-6123456'],
  ['C28', 'allow', '我的电话13812345678', { ...privately, role: 'guardian' }],
  ['C34', 'allow', '收到，请问几点集合？', comment],
  ['C36', 'allow', '每生300元', { noticeKind: 'fee' }, { feeBasis: '发改〔2023〕12号', approvedBy: '李校长' }],
  ['L01', 'allow', '请问请假条在哪里填？', comment],
  ['L01', 'allow', '请假很方便，希望通知早一天发。', comment],
  ['L01', 'allow', '请假不太方便', comment],
  ['P05', 'allow', '表扬张小明拾金不昧', {}, {}, 'open'],
]

const pactFor = (preset = 'primary') => pactOf(preset, 'G01', 'G02', 'G19', 'T06')
const alarms = ['hold', 'deflect', 'refuse']

describe('content', () => {
  it.each(BROKEN)(
    '%s given a text that breaks it, when judged, then it says %s: %s',
    (...[rule, verdict, text, post, context, preset]) => {
      const { reasons } = judgeText(text, post, context, pactFor(preset))
      expect(reasons.find((reason) => reason.rule === rule)?.verdict).toBe(verdict)
    },
  )
  it.each(KEPT)(
    '%s given a text that keeps it, when judged, then it may go out (%s): %s',
    (...[, , text, post, context, preset]) => {
      const { verdict, reasons } = judgeText(text, post, context, pactFor(preset))
      expect({ alarm: alarms.includes(verdict), rules: reasons.map(({ rule }) => rule) }).toMatchObject({
        alarm: false,
      })
    },
  )
  it('C22 given a fault, when judged, then the spans point at the name and at the words, in the field they are in', () => {
    const body = '今天张 小 明又迟到了。'
    const { reasons } = judgeText(body, { title: '提醒' })
    const spans = reasons[0]?.spans ?? []
    expect(spans.map(({ field, start, end }) => [field, body.slice(start, end)])).toEqual([
      ['body', '张 小 明'],
      ['body', '迟到'],
    ])
    expect(judgeText('请配合', { title: '张小明又迟到了' }).reasons[0]?.spans[0]).toEqual({
      field: 'title',
      start: 0,
      end: 3,
    })
  })
  it('C22 given a fault, when judged, then the way out is the own guardians and the citation names the version', () => {
    const reason = judgeText('张小明今天又打同学了').reasons[0]
    expect(reason).toMatchObject({ rule: 'C22', wayOut: ['own_guardians'], cite: { rule: 'C22', pactVersion: 3 } })
  })
  it('C02 given the same matter a third and a fourth time in ten minutes, when judged, then it is told, then stopped', () => {
    const now = 10 * 60_000
    const previous = (count: number) =>
      Array.from({ length: count }, (_, i) => ({ text: `老师春游要带午饭吗${'啊'.repeat(i)}`, at: now - i - 1 }))
    const verdict = (count: number) =>
      judgeText(
        '请问老师春游要带午饭吗',
        comment,
        { previous: previous(count) },
        pactOf('primary', 'G02', 'T02'),
        now,
      ).reasons.find(({ rule }) => rule === 'C02')?.verdict
    expect([verdict(1), verdict(2), verdict(3)]).toEqual([undefined, 'warn', 'refuse'])
  })
  it('C03 given five posts in a minute, when a sixth comes, then it waits until the first is a minute old', () => {
    const now = 1_000_000
    const previous = ['一', '二', '三', '四', '五'].map((text, i) => ({ text, at: now - 10_000 * (i + 1) }))
    const reason = judgeText('请问六', comment, { previous }, pactOf('primary'), now).reasons.find(
      ({ rule }) => rule === 'C03',
    )
    expect(reason).toMatchObject({ verdict: 'refuse', until: now - 50_000 + 60_000 })
  })
  it('P01 P02 given an album of the whole class, when a child is missing or rare, then it is refused or told', () => {
    const album = {
      wholeClass: true,
      tagged: ['张小明', '李思涵', '王子轩'],
      termCounts: { 张小明: 9, 李思涵: 9, 王子轩: 9 },
    }
    const rules = (more: object) =>
      judgeText('秋游', { kind: 'album' }, { album: { ...album, ...more } }).reasons.map(
        ({ rule, verdict }) => `${rule} ${verdict}`,
      )
    expect(rules({})).toEqual(['P02 refuse', 'P01 warn'])
    expect(rules({ excused: ['陈雨桐'] })).toEqual([])
  })
  it('G01 G02 G19 given the platform or a notice board, when somebody writes, then it is reviewed or closed', () => {
    expect(judgeText('你好', { role: 'teacher' }, {}, pactOf('S4')).reasons.map(({ rule }) => rule)).toContain('G01')
    expect(judgeText('你好', { role: 'principal' }, {}, pactOf('S4')).verdict).toBe('allow')
    expect(judgeText('请问几点', comment, {}, pactOf('S4')).verdict).toBe('hold')
    expect(judgeText('请问几点', comment, {}, pactOf('strict')).reasons[0]).toMatchObject({
      rule: 'G19',
      verdict: 'deflect',
    })
  })
})
