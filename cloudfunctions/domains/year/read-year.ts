// Decides what leaders see of the year to come before anything has happened.
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { presentYear } from './present'
import { readYearFacts } from './read-facts'

export const readYear: Handler<'year.read'> = async ({ schoolId, ...answers }, { now }) => {
  const facts = await readYearFacts(schoolId, now)
  return facts ? succeed(await presentYear(facts, answers, now)) : refuse('FORBIDDEN')
}
