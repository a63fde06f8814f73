// Decides what stands on a person's card; cards are composed here and never typed (M07–M10).
import type { Pact } from '../pact/contract'
import type { Grade, Office, Relation, SchoolKind, StaffRole } from '../wire'
import { gradeWord } from './grades'
import { givenNameOf, surnameOf } from './names'
/** How guardians are called in the class, as the seeds have it (V7). */
export const CARD_FORMATS = ['relation', 'child_parent', 'child_relation', 'child_phone'] as const
export type CardFormat = (typeof CARD_FORMATS)[number]

/** What the child calls them; the same words stand in rosters and on the phone. */
export const RELATION_WORDS: Readonly<Record<Relation, string>> = {
  mother: '妈妈',
  father: '爸爸',
  grandpa: '爷爷',
  grandma: '奶奶',
  maternal_grandpa: '外公',
  maternal_grandma: '外婆',
  other: '监护人',
}

/** The format a pact asks for (M09); child and relation where it says nothing. */
export function cardFormat(pact: Pact): CardFormat {
  return CARD_FORMATS.find((format) => format === pact.rules.M09?.format) ?? 'child_relation'
}

/**
 * A guardian's card.
 * relation 小明妈妈 (S0-1.2) · child_parent 张小明妈妈, grandparents and others 张小明 (S0-3) · child_relation 张小明妈妈
 * (S0-6.1, S0-7.1) · child_phone likewise: the phone stays on the roster (S1b 二.2, C28)
 */
export function composeGuardianCard(childName: string, relation: Relation, format: CardFormat): string {
  const word = RELATION_WORDS[relation]
  if (format === 'relation') return `${givenNameOf(childName)}${word}`
  if (format === 'child_parent' && relation !== 'mother' && relation !== 'father') return childName
  return `${childName}${word}`
}

/** Does a staff card of this role need a subject (M07, M08)? */
export function needsSubject(role: StaffRole): boolean {
  return role === 'head_teacher' || role === 'teacher'
}

/** 语文王老师, 李校长, 李园长 (kindergarten), 教导处赵老师 */
export function composeStaffCard(
  person: { name: string; subject?: string },
  role: StaffRole,
  schoolKind: SchoolKind,
): string {
  const surname = surnameOf(person.name)
  if (role === 'principal') return `${surname}${schoolKind === 'kindergarten' ? '园长' : '校长'}`
  if (role === 'office') return `教导处${surname}老师`
  return `${person.subject ?? ''}${surname}老师`
}

/** As seeds and screens call them; a grade leader's has the grade before it. */
export const OFFICE_WORDS: Readonly<Record<Office, string>> = {
  grade_leader: '组长',
  discipline: '政教处',
  youth_league: '团委',
  logistics: '总务处',
  weekly_duty: '值周组',
  equipment: '电教',
}

/** 三年级组长孙老师, 政教处孙老师 */
export function composeOfficeCard({ name }: { name: string }, office: Office, grade?: Grade): string {
  return `${grade ? gradeWord(grade) : ''}${OFFICE_WORDS[office]}${surnameOf(name)}老师`
}
