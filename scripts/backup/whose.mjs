// Decides which documents are a school's: most say so in `schoolId`, here is who says it otherwise (docs/adr/0033).
import { readFileSync } from 'node:fs'

/** Every collection there is (database/collections.json). */
const COLLECTIONS = JSON.parse(readFileSync(new URL('../../database/collections.json', import.meta.url), 'utf8')).map(
  ({ name }) => name,
)

/** A school's own document, written last: until it is there, nobody is in the school. */
export const SCHOOL = 'schools'
/** Who has agreed to be here: nobody's but their own, and taken for those who have a place in the school. */
export const PEOPLE = 'people'
/** Rows that seal one another: in order, and as they are. */
export const AUDIT = 'audit'
/** The bureau's seat over a school: one a school, by its id. */
const BUREAU_SEATS = 'bureau_seats'
/**
 * No school's. `uploads`: places that nothing has taken yet, gone within the hour. `bureau_notices`: what the bureau has written
 * to many; what came to this school is its letter.
 */
const NOBODYS = ['uploads', 'bureau_notices']

/**
 * In this order they are read. The audit comes after all whose trails it chains: what a document calls chained is in it.
 * People come last: by then it is known who has a place.
 */
export const ORDER = [...COLLECTIONS.filter((name) => ![...NOBODYS, AUDIT, PEOPLE].includes(name)), ...[AUDIT, PEOPLE]]

export const ofSchool = (name, schoolId) => ([SCHOOL, BUREAU_SEATS].includes(name) ? { _id: schoolId } : { schoolId })

/** By what a collection's pages follow one another. */
export const orderOf = (name) => (name === AUDIT ? 'seq' : '_id')

/** Whoever has a place in the school, or asks for one: by the documents that decide it (docs/adr/0008). */
const PLACES = {
  schools: ({ principals, office }) => [principals, office],
  classes: ({ headTeacher, teachers, supervisor, standIn, handover }) => [
    ...[headTeacher, teachers, supervisor, standIn, handover],
  ],
  children: ({ guardians }) => [guardians],
  offices: (office) => [office],
  [BUREAU_SEATS]: (seat) => [seat],
  applications: (application) => [application],
  moves: (move) => [move, move.seat],
}

/** The openids that a document gives a place. */
export function placesIn(name, document) {
  const found = PLACES[name]?.(document) ?? []
  return found.flat().flatMap((place) => (place?.openid ? [place.openid] : []))
}

/** Of a person's own document what is about this school: a mute in another school's class is that school's. */
export function ownPart({ mutes, ...person }, classIds) {
  const kept = Object.entries(mutes ?? {}).filter(([classId]) => classIds.has(classId))
  return kept.length > 0 ? { ...person, mutes: Object.fromEntries(kept) } : person
}
