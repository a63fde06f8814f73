// Decides which steps a school has still before it, in order, and what of each is there (screens.md 3.21).
import type { School } from '@class-pact/core/contract'
import { formatLongDate } from '../../../services/format'

export type StepKey = 'school' | 'calendar' | 'pact' | 'classes' | 'heads' | 'roster'
export interface StepView {
  key: StepKey
  title: string
  /** What is there, and what is missing. */
  text: string
  done: boolean
  /** 已好, 下一步 or 还缺: a state is a word. */
  state: string
  icon: string
  label: string
}

type Step = Pick<StepView, 'key' | 'title' | 'text' | 'done' | 'icon'>

export function presentSteps(school: School): StepView[] {
  const steps = listSteps(school)
  const next = steps.find(({ done }) => !done)?.key
  return steps.map((step) => {
    const state = step.done ? '已好' : step.key === next ? '下一步' : '还缺'
    return { ...step, state, label: `${step.title}，${step.text}，${state}` }
  })
}

function listSteps({ name, phone, reach, pactVersion, classes, teachers }: School): Step[] {
  const children = classes.reduce((sum, each) => sum + each.children, 0)
  const empty = classes.filter((each) => each.children === 0).length
  const headless = classes.filter(({ headTeacher }) => !headTeacher).length
  const some = classes.length > 0
  return [
    { key: 'school', title: '学校', text: phone ? `${name}，校长室电话已公开` : name, done: true, icon: 'school' },
    {
      key: 'calendar',
      title: '校历',
      text: reach ? `录到${formatLongDate(reach.to)}` : '学期和寒暑假还没录入',
      done: reach !== undefined,
      icon: 'leave',
    },
    { key: 'pact', title: '公约', text: `第${pactVersion}版`, done: true, icon: 'pact' },
    {
      key: 'classes',
      title: '班级',
      text: some ? `${classes.length}个班` : '导入名单后，班级会自动建好',
      done: some,
      icon: 'people',
    },
    {
      key: 'heads',
      title: '老师',
      text: some
        ? `${headless > 0 ? `${headless}个班还没有班主任` : '每个班都有班主任'}，任课教师${teachers}人`
        : '有了班级再邀请班主任',
      done: some && headless === 0,
      icon: 'people',
    },
    {
      key: 'roster',
      title: '名单',
      text: some ? `${children}个孩子${empty > 0 ? `，${empty}个班还没有名单` : ''}` : '还没有名单',
      done: children > 0 && empty === 0,
      icon: 'file',
    },
  ]
}
