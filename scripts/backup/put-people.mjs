// Decides what becomes of people: who is there already stays as they are, and only a mute of this school is added.
import { Stop } from '../say.mjs'
import { linesIn } from './take-documents.mjs'
import { toDocument } from './put-documents.mjs'
import { PEOPLE } from './whose.mjs'

export async function putPeople(cloud, backup, prefix) {
  const read = toDocument(backup, prefix)
  let known = 0
  for await (const [, line] of linesIn(backup, [PEOPLE])) {
    const person = read(PEOPLE, line)
    if (await cloud.insert(PEOPLE, [person])) continue
    known++
    const mutes = Object.entries(person.mutes ?? {})
    if (mutes.length === 0) continue
    await cloud.update(PEOPLE, { _id: person._id }, (_) =>
      Object.fromEntries(mutes.map(([classId, until]) => [`mutes.${classId}`, _.max(until)])),
    )
  }
  return known
}

/** @throws {@link Stop} when somebody is not there */
export async function comparePeople(cloud, backup) {
  for await (const [, line] of linesIn(backup, [PEOPLE])) {
    const { _id } = JSON.parse(line)
    if ((await cloud.count(PEOPLE, { _id })) !== 1)
      throw new Stop('Somebody of the school has no document among people. The school stays closed.')
  }
}
