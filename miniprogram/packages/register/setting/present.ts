// Decides how one register reads to the leaders who may keep it: what it asks, of whom, when, and by which article.
import type { RegisterLine, RegisterSettings } from '@class-pact/core/contract'
import { ABOUT_WORDS, PERIOD_WORDS, sayArticles, sayDesks } from '../../../domains/register/words'
import { formatDate } from '../../../services/format'
import { isChanged, presentValues, type Filled, type ValueView } from './values'

export interface SettingView {
  title: string
  on: boolean
  /** 从9月1日起记 */
  state: string
  /** 依据：班主任工作制度 第二条8 */
  articles: string
  facts: { label: string; text: string }[]
  values: ValueView[]
  isOwn: boolean
  changed: boolean
  act: string
}

export const findLine = ({ lines }: RegisterSettings, register: string): RegisterLine | undefined =>
  lines.find((line) => line.register === register)

export function presentSetting(line: RegisterLine, filled: Filled): SettingView {
  const { title, on, since, articles, about, fills, period, asks, steps, own } = line
  const changed = isChanged(line.values, filled)
  return {
    title,
    on,
    state: on && since ? `从${formatDate(since)}起记` : '现在不记',
    articles: sayArticles(articles),
    facts: [
      { label: '记什么', text: asks.join('、') },
      { label: '关于', text: ABOUT_WORDS[about] },
      { label: '谁填', text: sayDesks(fills) },
      { label: '多久', text: PERIOD_WORDS[period] },
      ...steps.map((step) => ({ label: step.title, text: sayDesks(step.by) })),
    ].filter(({ text }) => text),
    values: presentValues(line, filled),
    isOwn: own !== undefined,
    changed,
    act: on ? '保存' : '打开，从今天起记',
  }
}
