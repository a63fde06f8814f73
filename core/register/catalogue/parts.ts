// Decides how parts after the first are written down, and what every plan and the minutes of a meeting ask.
import type { Field, RegisterDesk } from '../contract'
import type { Part } from '../types'
import { limits } from '../../wire'
import { day, fill, pick, several, single, text, time } from './register'

/** The first part under a word of its own: 方案, 申请. */
export const first = (title: string, by: readonly RegisterDesk[], fields: readonly Field[]): Part => ({
  ...fill(by, fields),
  title,
})

/** A later part; what it waits for, by when and whom it tells stand in `rest`. */
export const step = (
  id: string,
  title: string,
  by: readonly RegisterDesk[],
  fields: readonly Field[],
  rest: Omit<Part, 'id' | 'title' | 'by' | 'fields'> = { after: ['fill'], days: 0 },
): Part => ({ id, title, by, fields, ...rest })

/** Everybody of a class, or as many of the staff: no answer holds more. */
export const ALL = limits.CLASS_SIZE_MAX

/** Who looks through what head teachers keep of a class, beside the leaders: a grade’s leader, and 政教处 (S0-4 三(一)). */
export const INSPECTING: readonly RegisterDesk[] = ['grade_leader', 'discipline']

/** What is decided before a meeting is announced (H03). */
export const planOf = (topics: Readonly<Record<string, string>>): Field[] => [
  day('day', '哪一天'),
  time('time', '几点开始'),
  single('form', '怎么开', { school: '到校', online: '网络会议' }),
  text('link', '网络会议的链接或会议号', false),
  several('topics', '谈什么', topics),
  text('plan', '方案'),
]

/** Who came, what was said, what families think of it. */
export const MINUTES: readonly Field[] = [
  pick('came', '哪些孩子的家长到会', 'child', ALL, false),
  text('minutes', '会议记录'),
  text('feedback', '家长的意见', false),
]
