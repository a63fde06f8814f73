// Decides the screens on which a school's own paper becomes its pact, and rules that were found wrong are seen.
const SCHOOL = 'demo-school'
const PRINCIPAL = 'demo-principal'
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

const then = (...taps) => async (phone) => {
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
