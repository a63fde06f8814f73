// Decides how a notice reads: salutation, paragraphs, issuer and date, as official letters have them (N02).
import { beijingDay } from '../calendar'
import type { Day, Instant } from '../wire'

export interface LetterParts {
  title: string
  body: string
  issuer: string
  /** The class this sheet is for; without it the sheet is for the whole school. */
  className?: string
  /** Only for a letter to one child's family. */
  childName?: string
  /** To some children's families: the others' names are not theirs to read. */
  few?: boolean
  /** To those who work at the school (N19). */
  staff?: boolean
  at: Instant
}

export interface Letter {
  title: string
  /** 三（2）班各位家长： */
  salutation: string
  paragraphs: string[]
  /** 幸福街小学三（2）班 语文王老师 */
  issuer: string
  day: Day
}

/** Lays a notice out. Blank lines and spaces around paragraphs are the author's typing, not part of the letter. */
export function layOut({ title, body, issuer, at, ...whom }: LetterParts): Letter {
  return {
    title: title.trim(),
    salutation: `${saluted(whom)}：`,
    paragraphs: body
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter(Boolean),
    issuer,
    day: beijingDay(at),
  }
}

function saluted({ className, childName, few, staff }: Omit<LetterParts, 'title' | 'body' | 'issuer' | 'at'>): string {
  if (staff) return '各位老师'
  if (childName) return `${childName}家长`
  return `${className ?? '全校'}${few ? '有关' : '各位'}家长`
}

/** Who signs: a teacher with school, class (if it is one) and card; the school as a whole by its name alone. */
export function composeIssuer(schoolName: string, teacher?: { className?: string; card: string }): string {
  return teacher ? `${schoolName}${teacher.className ?? ''} ${teacher.card}` : schoolName
}
