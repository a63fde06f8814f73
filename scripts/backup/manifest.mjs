// Decides what a backup says of itself: what it is of, what it holds, and by what it is known to be whole.
import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Stop } from '../say.mjs'
import { createSalt, deriveKeys, isSignedBy, readPassphrase, signText } from './seal.mjs'
import { OWNER_ONLY, sumPart } from './parts.mjs'

/** Raised when an older script could no longer read what is written. */
const VERSION = 1
const NAME = 'manifest.json'
const FOLDER_MODE = 0o700

/** A backup that is begun: nothing of anybody stands in its manifest but the school's id. */
export async function beginManifest(folder, { school, plain, env, rolledUpTo }) {
  await mkdir(folder, { recursive: true, mode: FOLDER_MODE })
  await chmod(folder, FOLDER_MODE)
  const salt = plain ? undefined : createSalt()
  const keys = salt && (await deriveKeys(readPassphrase(env), salt))
  const manifest = {
    ...{ format: 'class-pact-backup', version: VERSION, id: randomBytes(16).toString('hex'), school },
    // In its documents the id of a file begins with this, wherever the school was; nobody can have written it before.
    ...{ files: `cloud://backup-${randomBytes(16).toString('hex')}.school/`, begun: new Date().toISOString() },
    ...(rolledUpTo !== undefined && { rolledUpTo }),
    ...(salt && { encrypted: { cipher: 'aes-256-gcm', kdf: 'scrypt', salt } }),
    ...{ complete: false, parts: [], collections: {} },
  }
  await keepManifest(folder, manifest, keys)
  return { manifest, keys }
}

/** Written anew after every part: what stands in it is there. */
export async function keepManifest(folder, manifest, keys) {
  const path = join(folder, NAME)
  const signed = keys ? { ...manifest, signature: signText(keys, JSON.stringify(manifest)) } : manifest
  await writeFile(`${path}.part`, `${JSON.stringify(signed, null, 2)}\n`, { mode: OWNER_ONLY })
  await rename(`${path}.part`, path)
}

/**
 * Undefined: there is no backup in this folder.
 * @throws {@link Stop} when it is none of ours, or the passphrase is another one
 */
export async function readManifest(folder, env) {
  const text = await readFile(join(folder, NAME), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const { signature, ...manifest } = parse(text)
  if (manifest.format !== 'class-pact-backup') throw new Stop(`${join(folder, NAME)} is not that of a backup.`)
  if (manifest.version !== VERSION)
    throw new Stop(`This backup is of version ${manifest.version}; this script reads version ${VERSION}.`)
  if (!manifest.encrypted) {
    if (signature) throw new Stop('The manifest has been changed: it is signed, and says that nothing is encrypted.')
    return { manifest, keys: undefined }
  }
  const keys = await deriveKeys(readPassphrase(env), manifest.encrypted.salt)
  if (isSignedBy(keys, JSON.stringify(manifest), signature)) return { manifest, keys }
  throw new Stop('The passphrase is another one than this backup was made with, or its manifest has been changed.')
}

function parse(text) {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}

/** @throws {@link Stop} naming the first part that is not as it was written */
export async function checkSums(folder, { parts }) {
  for (const { name, sha256 } of parts) {
    const found = await sumPart(folder, name)
    if (found === undefined) throw new Stop(`The backup is not whole: ${name} is missing.`)
    if (found !== sha256)
      throw new Stop(
        `The backup is damaged, or somebody has changed it: ${name} is not what was written. Nothing was restored.`,
      )
  }
}
