// Decides what `npm run restore` does: a school, from a folder into an environment that lacks it (docs/adr/0033).
import { parseArgs } from 'node:util'
import { connect } from './backup/connect.mjs'
import { checkSums, readManifest } from './backup/manifest.mjs'
import { compareDocuments, putDocuments, wakeDocuments } from './backup/put-documents.mjs'
import { putFiles } from './backup/put-files.mjs'
import { comparePeople, putPeople } from './backup/put-people.mjs'
import { checkSchool, findSchool, finishSchool, putSchool, turnBackRollUp } from './backup/put-school.mjs'
import { findBreak } from './backup/take-documents.mjs'
import { isStarted, runMain, say, Stop } from './say.mjs'

const USAGE =
  'npm run restore -- --from FOLDER --into ENVIRONMENT\n(--into takes http://127.0.0.1:PORT for a local cloud.)'

/**
 * Brings a school back, or goes on where an interrupted run has stopped. Nothing is written before all sums are right.
 * @returns the manifest of the backup
 * @throws {@link Stop} with a sentence for whoever runs it
 */
export async function restore({ from: folder, into: where }, env = process.env) {
  const cloud = connect(where, env)
  const backup = { folder, ...(await open(folder, env)) }
  const isHere = await findSchool(cloud, backup)
  const prefix = await cloud.filePrefix()
  if (!isHere) {
    await putFiles(cloud, backup, prefix)
    await putDocuments(cloud, backup, prefix)
    const known = await putPeople(cloud, backup, prefix)
    if (known > 0) say(`${known} people were here already, and stay as they are.`)
    say('Comparing …')
    await compareDocuments(cloud, backup, prefix)
    await comparePeople(cloud, backup)
    await putSchool(cloud, backup, prefix)
  }
  await turnBackRollUp(cloud, backup)
  await wakeDocuments(cloud, backup)
  await finishSchool(cloud, backup)
  return backup.manifest
}

async function open(folder, env) {
  const found = await readManifest(folder, env)
  if (!found) throw new Stop(`${folder} holds no backup.`)
  if (!found.manifest.complete)
    throw new Stop('This backup was not brought to its end: run the same npm run backup again, it goes on.')
  checkSchool(found)
  await checkSums(folder, found.manifest)
  const brokenAt = await findBreak({ folder, ...found })
  if (brokenAt !== found.manifest.brokenAt)
    throw new Stop(`The audit in this backup is broken at row ${brokenAt}. Nothing was restored.`)
  say('Every part is as it was written.')
  return found
}

async function main(args) {
  const text = { type: 'string' }
  const { values } = parseArgs({ args, options: { from: text, into: text } })
  if (!values.from || !values.into) throw new Stop(USAGE)
  const { school, collections } = await restore(values)
  const documents = Object.values(collections).reduce((sum, { count }) => sum + count, 0)
  say(`The school ${school} is there: ${documents} documents, each as the backup has it.`)
  say(
    'From now on what is due is done here, messages included. Where the school was, stop it, or families hear everything twice.',
  )
}

if (isStarted(import.meta.url)) runMain(main)
