// Decides how a school's staff reads: by office, each with scope and since when (screens.md 3.27, M17).
import { beijingDay } from '@class-pact/core/calendar'
import { POSTS, type OpenMatters, type Staff, type StaffPost } from '@class-pact/core/contract'
import { POST_WORDS, sayPost, sayUntil } from '../../../domains/office/words'
import { formatClass, formatDate } from '../../../services/format'

export interface PostView {
  ref: string
  classId: string
  name: string
  /** 三（2）班，2025年9月1日起 */
  sub: string
  /** 代理 数学李老师，9月3日到9月5日 */
  standIn: string
  /** Head teacher of more than one class (D12). */
  warning: string
  /** What can be done about it; empty: nothing. */
  acts: string[]
  label: string
}
export interface StaffView {
  groups: { post: StaffPost['post']; title: string; rows: PostView[] }[]
  without: { classId: string; name: string }[]
}

/** In the order of the list: leaders, the class teachers, then the other offices. */
const ORDER: readonly StaffPost['post'][] = [
  ...(['principal', 'office', 'grade_leader', 'head_teacher', 'teacher'] as const),
  ...POSTS.filter((post) => !['principal', 'office', 'grade_leader'].includes(post)),
]
const WORDS: Record<StaffPost['post'], string> = { ...POST_WORDS, head_teacher: '班主任', teacher: '任课教师' }

/** @param isPrincipal whether the reader may end offices */
export function presentStaff(
  { posts, withoutHeadTeacher }: Staff,
  isPrincipal: boolean,
  kind: 'kindergarten' | 'primary',
): StaffView {
  return {
    groups: ORDER.flatMap((post) => {
      const rows = posts.filter((each) => each.post === post).map((each) => presentPost(each, isPrincipal))
      const title = post === 'principal' ? sayPost(post, undefined, kind) : WORDS[post]
      return rows.length > 0 ? [{ post, title, rows }] : []
    }),
    without: withoutHeadTeacher.map(({ classId, className }) => ({ classId, name: formatClass(className) })),
  }
}

function presentPost(held: StaffPost, isPrincipal: boolean): PostView {
  const { ref, post, name, card, classId = '', className, grade, since, until, standIn, alsoHeads, isMine } = held
  const scope = className ? formatClass(className) : grade ? sayPost('grade_leader', grade) : ''
  const from = since ? `${formatDate(beijingDay(since))}起` : ''
  const sub = [card, card.includes(scope) ? '' : scope, from, sayUntil(until)].filter(Boolean).join('，')
  return {
    ...{ ref, classId, name: isMine ? `${name}（您）` : name, sub },
    standIn: standIn ? `代理 ${standIn.card}，${formatDate(standIn.from)}到${formatDate(standIn.to)}` : '',
    warning: alsoHeads ? `也是${alsoHeads.map(formatClass).join('、')}班主任，一人只带一个班为好` : '',
    acts: actsOf(post, isPrincipal, isMine),
    label: `${WORDS[post]}，${name}，${sub}`,
  }
}

function actsOf(post: StaffPost['post'], isPrincipal: boolean, isMine: boolean): string[] {
  if (post === 'head_teacher') return ['代理', '移交']
  if (post === 'teacher' || !isPrincipal) return []
  if (post === 'principal') return isMine ? ['移交', '结束职务'] : []
  return ['结束职务']
}

/** 还有2份通知未办结，1份待审或排队。 */
export function sayOpen({ running, waiting }: OpenMatters): string {
  const open = [running > 0 && `${running}份通知未办结`, waiting > 0 && `${waiting}份待审或排队`].filter(Boolean)
  return open.length > 0 ? `还有${open.join('，')}，由学校其他负责人接着办。` : '没有未办结的事。'
}
