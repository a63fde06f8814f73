// Decides how long a family waits for an answer before something follows, by what a pact says of it (T09, T11, G21).
import type { Pact } from './contract'
import { readSettings } from './settings'

type Rules = Pick<Pact, 'rules'>

/** School days a matter may lie at each desk before it rises to the next; 0: the school leaves that desk out (G21). */
export interface RisingDays {
  headTeacher: number
  discipline: number
  office: number
}

/** After how many hours without an answer the phone is offered (T09); what is usual where a pact does not say. */
export function replyHours({ rules }: Rules): number {
  return readSettings('T09', rules['T09'] ?? {}).hours
}

/** Opening minutes in which whoever is asked answers (T11); undefined where no rule says so. */
export function replyMinutes({ rules }: Rules): number | undefined {
  const rule = rules['T11']
  return rule && readSettings('T11', rule).minutes
}

/** How a matter rises that nobody settles (G21); undefined where no rule says so. */
export function risingDays({ rules }: Rules): RisingDays | undefined {
  const rule = rules['G21']
  if (!rule) return undefined
  const { headDays, disciplineDays, officeDays } = readSettings('G21', rule)
  return { headTeacher: headDays, discipline: disciplineDays, office: officeDays }
}

/** Families of a tagged child may save an album's photos (P06); not where no rule says so. */
export function mayFamiliesSave({ rules }: Rules): boolean {
  return rules['P06'] !== undefined && readSettings('P06', rules['P06']).save === 'allow'
}
