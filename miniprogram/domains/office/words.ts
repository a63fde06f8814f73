// Decides the Chinese for offices: 年级组长 政教处 团委 总务处 值周组 电教, and what each may open today (M17).
import type { Day, Grade, Post } from '@class-pact/core/contract'
import { gradeWord } from '@class-pact/core/family'
import { formatDate } from '../../services/format'

export const POST_WORDS: Record<Post, string> = {
  principal: '校长',
  office: '教导处',
  grade_leader: '年级组长',
  discipline: '政教处',
  youth_league: '团委',
  logistics: '总务处',
  weekly_duty: '值周组',
  equipment: '电教',
}

/** What opens with an invitation, in one sentence: whoever invites and whoever answers reads the same. */
export const OPENS: Record<Post, string> = {
  principal: '可以管理整个学校，和您一样。',
  office: '可以管理班级、审核内容；不能改公约、请职务。',
  grade_leader: '可以看本年级的统计、回执单、成员（没有电话）和请假。',
  discipline: '可以看各班审核记录和待审内容，不能审。',
  youth_league: '先登记在教职工名单里，对应的台账开通后再打开。',
  logistics: '先登记在教职工名单里，对应的台账开通后再打开。',
  weekly_duty: '可以看全校每天谁请假，看不到原因。',
  equipment: '先登记在教职工名单里，对应的台账开通后再打开。',
}

/** 三年级组长, 政教处, 园长 */
export function sayPost(post: Post, grade?: Grade, schoolKind?: 'kindergarten' | 'primary'): string {
  if (post === 'principal' && schoolKind === 'kindergarten') return '园长'
  return grade ? `${gradeWord(grade)}组长` : POST_WORDS[post]
}

/** 到1月20日 */
export const sayUntil = (until: Day | undefined): string => (until ? `到${formatDate(until)}` : '')
