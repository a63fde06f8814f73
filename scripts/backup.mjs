// Decides what `npm run backup` does: one school, all of it, out of an environment into a folder (docs/adr/0033).
import { parseArgs } from 'node:util'
import { connect } from './backup/connect.mjs'
import { beginManifest, checkSums, keepManifest, readManifest } from './backup/manifest.mjs'
import { noteAct, readRollUp } from './backup/put-school.mjs'
import { findBreak, findChanged, takeDocuments } from './backup/take-documents.mjs'
import { takeFiles } from './backup/take-files.mjs'
import { SCHOOL } from './backup/whose.mjs'
import { isStarted, runMain, say, Stop } from './say.mjs'

const USAGE =
  'npm run backup -- --school SCHOOL_ID --env ENVIRONMENT --to FOLDER [--plain]\n(--env takes http://127.0.0.1:PORT for a local cloud.)'

/**
 * Takes a school, or goes on where an interrupted run has stopped.
 * @returns the manifest of the whole
 * @throws {@link Stop} with a sentence for whoever runs it
 */
export async function backUp({ school, env: where, to: folder, plain = false }, env = process.env) {
  const cloud = connect(where, env)
  const backup = { folder, ...(await begin(cloud, { folder, school, plain, env })) }
  const prefix = await cloud.filePrefix()
  await takeDocuments(cloud, backup, prefix)
  const brokenAt = await findBreak(backup)
  if (brokenAt !== undefined)
    say(`The audit of this school is broken at row ${brokenAt}: it was so before, and was taken as it is.`)
  const missing = await takeFiles(cloud, backup, prefix)
  if (missing.length > 0)
    say(`${missing.length} files that documents name are not in the storage any more:\n${missing.join('\n')}`)
  const changed = await findChanged(cloud, backup)
  if (changed.length > 0)
    say(
      `While this ran the school was in use (${changed.join(', ')}): what came late is not in it, and some of it may be half in it. At night it is quieter.`,
    )
  Object.assign(backup.manifest, {
    complete: true,
    ended: new Date().toISOString(),
    changed,
    missing: missing.length,
    ...(brokenAt !== undefined && { brokenAt }),
  })
  await keepManifest(folder, backup.manifest, backup.keys)
  return backup.manifest
}

async function begin(cloud, { folder, school, plain, env }) {
  const found = await readManifest(folder, env)
  if (found) return resume(found, folder, school)
  const rolledUpTo = await readRollUp(cloud)
  if ((await cloud.count(SCHOOL, { _id: school })) === 0) throw new Stop(`This environment has no school ${school}.`)
  // Whoever takes everything along leaves a trace; the backup has it too.
  await noteAct(cloud, { _id: school }, 'school.backup')
  return beginManifest(folder, { school, plain, env, rolledUpTo })
}

async function resume({ manifest, keys }, folder, school) {
  if (manifest.complete)
    throw new Stop(`${folder} holds a whole backup already. Choose a folder that is not there yet.`)
  if (manifest.school !== school) throw new Stop(`${folder} holds a backup of another school that was begun.`)
  await checkSums(folder, manifest)
  say(`Going on with the backup that was begun at ${manifest.begun}.`)
  return { manifest, keys }
}

async function main(args) {
  const text = { type: 'string' }
  const { values } = parseArgs({ args, options: { school: text, env: text, to: text, plain: { type: 'boolean' } } })
  if (!values.school || !values.env || !values.to) throw new Stop(USAGE)
  const { parts, collections, encrypted } = await backUp(values)
  const documents = Object.values(collections).reduce((sum, { count }) => sum + count, 0)
  const files = parts.reduce((sum, part) => sum + (part.files ? part.count : 0), 0)
  say(`${documents} documents and ${files} files are in ${values.to}.`)
  say(
    encrypted
      ? 'It is encrypted; it is still about children: keep it where only you come, and delete it when it has served.'
      : 'It is NOT encrypted: names, telephone numbers, reasons for absence and photos of children lie open in this folder. Put it on an encrypted disk, give it to nobody, and delete it when it has served.',
  )
}

if (isStarted(import.meta.url)) runMain(main)
