// Decides the screens on which a school's own paper becomes its pact, and rules that were found wrong are seen.
const SCHOOL = 'demo-school'
const [PRINCIPAL, WANG] = ['demo-principal', 'demo-wang']
/** A school day on which the version of their own has begun. */
const IN_FORCE = '2027-03-01T10:00:00+08:00'
const PAGE = `packages/pact/paper/paper?schoolId=${SCHOOL}`

/** As it hangs in a school's drawer: numbered, with a word for everything, one line against another. */
const PAPER = `城东小学班级群管理制度
各位老师、各位家长：
为了让群里清清爽爽，大家商量后定下这几条。
一、总则
1. 文明交流，互相尊重，传播正能量。
二、什么时候发
2. 晚上九点半以后、早上七点以前，不在群里发消息，急事打电话。
3. 老师晚上八点以后不发通知。
三、什么不发
4. 不在群里公布分数、名次，个别孩子的成绩可以单独告诉家长。
5. 不点名批评学生，孩子的问题私下说。
6. 广告、拼团、红包、拉票一律不发。
7. 转发的消息要写清楚从哪里来的。
8. 作业当堂布置，不发到群里。
9. 班主任每天可以把当天的作业发到群里。
四、谁在群里
10. 每个孩子限两位家长进群，名片写“孩子姓名+称呼”。
11. 班主任每学期家访不少于五户。
12. 视情况处理其他事项。
五、其他
13. 违反以上规定的，罚款五十元。
14. 请假要填请假条，不在群里说。
本制度自公布之日起执行。
城东小学  电话：________`

const paste = async (phone) => {
  await phone.type('学校的制度', PAPER)
  await phone.press()
}

const then =
  (...taps) =>
  async (phone) => {
    await paste(phone)
    for (const [way, words] of taps) await phone.tap(way, words)
  }
const PART = ['choice-chips', '.chip']
/** Every question answered as a principal would, then what the paper does not speak of. */
const answered = [
  [['.clause .mini'], '照这行'],
  [['.clause .mini'], '不是规定'],
]

export const PAPER_SCREENS = [
  { name: 'paper-bring', who: PRINCIPAL, page: PAGE },
  { name: 'paper-lines', who: PRINCIPAL, page: PAGE, steps: paste },
  { name: 'paper-rules', who: PRINCIPAL, page: PAGE, steps: then([PART, '规定']) },
  { name: 'paper-asked', who: PRINCIPAL, page: PAGE, steps: then([PART, '要您定']) },
  { name: 'paper-rest', who: PRINCIPAL, page: PAGE, steps: then([PART, '其他']) },
  { name: 'paper-figures', who: PRINCIPAL, page: PAGE, steps: then([PART, '规定'], [['.text-btn'], '改数字']) },
  { name: 'paper-pick', who: PRINCIPAL, page: PAGE, steps: then([PART, '规定'], [['.clause .mini'], '改']) },
  {
    name: 'paper-gaps',
    who: PRINCIPAL,
    page: PAGE,
    steps: async (phone) => {
      await then([PART, '要您定'], ...answered)(phone)
      await phone.press()
    },
  },
]

/** The first rules of a paper, as its principal has adopted them: read as the version to come. */
async function adoptPaper(house) {
  const { versions } = await house.call(PRINCIPAL, 'pact.history', { schoolId: SCHOOL })
  const version = versions[0].version + 1
  await house.call(PRINCIPAL, 'pact.adopt', {
    ...{
      schoolId: SCHOOL,
      version,
      effectiveFrom: IN_FORCE.slice(0, 10),
      changes: { rules: { M01: { seats: 3 }, C18: { own: 'allow' } } },
    },
    own: {
      title: '城东小学班级群管理制度',
      lines: {
        C18: [{ line: '不在群里公布分数、名次，个别孩子的成绩可以单独告诉家长。', article: '三、4' }],
        C13: [{ line: '广告、拼团、红包、拉票一律不发。', article: '三、6' }],
        C10: [{ line: '广告、拼团、红包、拉票一律不发。', article: '三、6' }],
        M01: [{ line: '每个孩子限三位家长进群，名片写“孩子姓名+称呼”。', article: '四、10' }],
      },
      principles: ['文明交流，互相尊重，传播正能量。'],
    },
  })
}

const FAMILIES = ['demo-class-3-2-23-mother', 'demo-class-3-2-23-father', 'demo-class-3-2-16-mother']
const FOUND_WRONG = [
  '明天谁家孩子坐3路车？我们可以一起送。',
  '作业本找到了，在门卫那里，谢谢王老师帮忙找。',
  '班里图书角还缺两本《小王子》，谁家有多的可以带来。',
  '雨伞拿错了，深蓝色，伞柄写着名字。',
  '今天的托管几点结束？',
]
async function tellWrong(house) {
  for (const [at, text] of FOUND_WRONG.entries())
    await house.call(FAMILIES[at % FAMILIES.length], 'misjudgement.tell', {
      ...{ schoolId: SCHOOL, rule: 'C29', pactVersion: 1, verdict: 'hold', kind: 'private', text, consents: true },
    })
}

/** At the end: a version of their own would be news on every page before. */
export const OWN_SCREENS = [
  {
    name: 'paper-misjudged',
    who: PRINCIPAL,
    page: `packages/pact/misjudged/misjudged?schoolId=${SCHOOL}`,
    before: tellWrong,
  },
  {
    name: 'paper-soften',
    who: PRINCIPAL,
    page: `packages/pact/preset/preset?schoolId=${SCHOOL}&soft=C29`,
    before: adoptPaper,
    steps: (phone) => phone.scrollTo('#soft'),
  },
  {
    name: 'paper-pact',
    who: PRINCIPAL,
    page: `packages/pact/rules/rules?schoolId=${SCHOOL}&rule=C18`,
    at: IN_FORCE,
  },
  {
    name: 'paper-cited',
    who: WANG,
    page: 'packages/compose/compose/compose?classId=demo-class-3-2',
    at: IN_FORCE,
    steps: async (phone) => {
      await phone.type('标题', '周末活动')
      await phone.type('正文', '周末我在群里发个红包，大家来抢。')
      await phone.tap(['rule-card', '.text-btn'], '为什么')
    },
  },
]
