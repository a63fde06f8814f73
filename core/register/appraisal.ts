// Decides the appraisal sheets of teachers: every figure with what it rests on (D08 D11 G09 H06).

/** One line of a sheet; `value` is absent where nothing was written down. */
export interface AppraisalRow {
  label: string
  value?: number | string
  /** Full marks, or what was asked for. */
  of?: number
  restsOn: string
}

const HUNDRED = 100
/** Hundredths: sums of means say no more. */
export const rounded = (value: number) => Math.round(value * HUNDRED) / HUNDRED

/** What one group said: how many were asked, and how often each choice was taken, the best first. */
export interface Opinions {
  asked: number
  answered: number
  counts: readonly number[]
}
export type OpinionGroup = 'pupils' | 'families' | 'peers' | 'leaders'
/** 学生问卷调查、家长会议反馈、同事互评和学校管理层评估 (S2 管理制度 4.2) */
const GROUPS: Readonly<Record<OpinionGroup, string>> = {
  pupils: '学生问卷',
  families: '家长反馈',
  peers: '同事互评',
  leaders: '学校评估',
}

/** A hundred where all took the best choice, nothing where all took the worst, even steps between. */
function meanOf({ counts }: Opinions): number | undefined {
  const given = counts.reduce((sum, count) => sum + count, 0)
  const worst = counts.length - 1
  if (given === 0 || worst < 1) return undefined
  const reached = counts.reduce((sum, count, place) => sum + count * (worst - place), 0)
  return rounded((reached * HUNDRED) / (given * worst))
}

/** The four groups and their mean: the paper weighs none above another, so all count alike (D08). */
export function fourWayRows(said: Readonly<Record<OpinionGroup, Opinions>>): AppraisalRow[] {
  const rows = (Object.keys(GROUPS) as OpinionGroup[]).map((group) => {
    const { asked, answered, counts } = said[group]
    return {
      label: GROUPS[group],
      value: meanOf(said[group]),
      of: HUNDRED,
      restsOn: `问了${String(asked)}人，答了${String(answered)}人；从好到差：${counts.join('、')}`,
    }
  })
  const values = rows.flatMap(({ value }) => (value === undefined ? [] : [value]))
  const total = values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length
  return [
    ...rows,
    {
      label: '综合',
      ...(total !== undefined && { value: rounded(total) }),
      of: HUNDRED,
      restsOn: `有回答的${String(values.length)}方，各占一样多`,
    },
  ]
}

/** 不合格 合格 良好 优秀 (S2 第二十一条2) */
export const HEAD_GRADES = { fail: '不合格', pass: '合格', good: '良好', excellent: '优秀' } as const
export type HeadGrade = keyof typeof HEAD_GRADES

/** 每学期按每生每月1元计算; 不合格班主任只享受基本班贴的50% (S2 第二十一条1, 3). */
const YUAN_EACH = 1
const PERCENT_OF_FAILED = 50

export interface AllowanceFigures {
  children: number
  months: number
  grade: HeadGrade
  /** Which of the five happened, in words. */
  vetoes: readonly string[]
  yuanEach?: number
  percentOfFailed?: number
}

/** Any of the five vetoes makes the grade 不合格, whatever was given (D11). */
export function allowanceOf({
  children,
  months,
  grade,
  vetoes,
  yuanEach = YUAN_EACH,
  percentOfFailed = PERCENT_OF_FAILED,
}: AllowanceFigures) {
  const isVetoed = vetoes.length > 0
  const settled = isVetoed ? 'fail' : grade
  const basic = rounded(children * months * yuanEach)
  const paid = settled === 'fail' ? rounded((basic * percentOfFailed) / HUNDRED) : basic
  return { grade: settled, isVetoed, basic, paid } as const
}

export function allowanceRows(figures: AllowanceFigures): AppraisalRow[] {
  const { children, months, vetoes, yuanEach = YUAN_EACH, percentOfFailed = PERCENT_OF_FAILED } = figures
  const { grade, isVetoed, basic, paid } = allowanceOf(figures)
  const rewarded = grade === 'good' || grade === 'excellent'
  return [
    {
      label: '等级',
      value: HEAD_GRADES[grade],
      restsOn: isVetoed ? `一票否决：${vetoes.join('、')}` : '学校评定',
    },
    {
      label: '基本津贴（元）',
      value: basic,
      restsOn: `${String(children)}名学生×${String(months)}个月×${String(yuanEach)}元`,
    },
    {
      label: '应得津贴（元）',
      value: paid,
      restsOn: grade === 'fail' ? `不合格，按${String(percentOfFailed)}%` : '按基本津贴',
    },
    { label: '另行奖励', value: rewarded ? '有' : '无', restsOn: '良好、优秀由学校另行奖励' },
    { label: '评优评先', value: isVetoed || grade === 'fail' ? '否' : '可', restsOn: '不合格的一票否决' },
  ]
}

/** What one teacher did on the platform in a term: counted, nothing of it typed. */
export interface TeacherFigures {
  notices: number
  /** Sent in quiet hours, and of these as urgent. */
  late: number
  urgent: number
  refused: number
  held: number
  /** Families reached by phone, visit or paper after a notice. */
  followUps: number
}

/** 平台管理纳入教师考核 (G09) */
export const teacherRows = (figures: TeacherFigures): AppraisalRow[] => [
  { label: '发出通知', value: figures.notices, restsOn: '已发布的通知' },
  { label: '安静时间发出', value: figures.late, restsOn: `其中走紧急通道${String(figures.urgent)}次` },
  { label: '没有发出', value: figures.refused, restsOn: '按学校公约没有通过的' },
  { label: '待人看过', value: figures.held, restsOn: '发出前由学校看过的' },
  { label: '跟进', value: figures.followUps, restsOn: '通知后的电话、家访、书面' },
]

/** One teacher's contact with families in a term. */
export interface HomeFigures {
  contacts: number
  /** Months of which the quota was met, and months in which it held. */
  monthsMet: number
  months: number
  visits: number
  children: number
  /** Children whose family was reached at least once. */
  reached: number
  notices: number
  feedback: number
}

/** 教导处要把家校联系工作纳入《教师工作考核》 (H06) */
export const homeRows = (figures: HomeFigures): AppraisalRow[] => [
  { label: '联系家长', value: figures.contacts, restsOn: '联系记录、通知跟进、私聊、点名电话' },
  { label: '达到次数的月份', value: figures.monthsMet, of: figures.months, restsOn: '每月应联系的次数' },
  { label: '家访', value: figures.visits, restsOn: '方式是家访的联系' },
  { label: '联系到的孩子', value: figures.reached, of: figures.children, restsOn: '至少联系过一次的家庭' },
  { label: '发出通知', value: figures.notices, restsOn: '已发布的通知' },
  { label: '记了家长意见', value: figures.feedback, of: figures.contacts, restsOn: '写下家长意见的联系' },
]
