// Decides the Chinese for who people are: one place, one word.
import type { Relation, Role } from '@class-pact/core/contract'

export const ROLE_WORDS: Record<Role, string> = {
  guardian: '家长',
  head_teacher: '班主任',
  teacher: '任课教师',
  office: '教导处',
  principal: '校长',
  supervisor: '监督员',
  officer: '职务',
  stand_in: '代理班主任',
  bureau: '教育局',
}
export const RELATION_WORDS: Record<Relation, string> = {
  mother: '妈妈',
  father: '爸爸',
  grandpa: '爷爷',
  grandma: '奶奶',
  maternal_grandpa: '外公',
  maternal_grandma: '外婆',
  other: '其他监护人',
}
/** As it stands in a card: 张小明监护人. */
export const CARD_WORDS: Record<Relation, string> = { ...RELATION_WORDS, other: '监护人' }

/** 校长 of a kindergarten is 园长. */
export function roleWord(role: Role, schoolKind: 'kindergarten' | 'primary'): string {
  return role === 'principal' && schoolKind === 'kindergarten' ? '园长' : ROLE_WORDS[role]
}
