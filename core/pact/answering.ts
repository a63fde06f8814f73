// Decides how long a family waits for an answer before something follows, by what a pact says of it (T09, T11, G21).
import type { Pact } from './contract'

type Rules = Pick<Pact, 'rules'>

/** School days a matter may lie at each desk before it rises to the next; 0: the school leaves that desk out (G21). */
export interface RisingDays {
  headTeacher: number
  discipline: number
  office: number
}

const days = (value: unknown, usual: number) => (typeof value === 'number' ? value : usual)

/** After how many hours without an answer the phone is offered (T09); what is usual where a pact does not say. */
export function replyHours({ rules }: Rules): number {
  return days(rules['T09']?.['hours'], 24)
}

/** Opening minutes in which whoever is asked answers (T11); undefined where no rule says so. */
export function replyMinutes({ rules }: Rules): number | undefined {
  const rule = rules['T11']
  return rule && days(rule['minutes'], 20)
}

/** How a matter rises that nobody settles (G21); undefined where no rule says so. */
export function risingDays({ rules }: Rules): RisingDays | undefined {
  const rule = rules['G21']
  if (!rule) return undefined
  return {
    headTeacher: days(rule['headDays'], 3),
    discipline: days(rule['disciplineDays'], 3),
    office: days(rule['officeDays'], 5),
  }
}

/** Families of a tagged child may save an album's photos (P06); not where no rule says so. */
export function mayFamiliesSave({ rules }: Rules): boolean {
  return rules['P06']?.['save'] === 'allow'
}
