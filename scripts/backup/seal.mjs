// Decides how a backup is kept from strangers: a passphrase, scrypt, and AES-256-GCM for each of its parts.
import { createCipheriv, createDecipheriv, createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { open } from 'node:fs/promises'
import { promisify } from 'node:util'
import { Stop } from '../say.mjs'

/** 128 MB and half a second for each passphrase somebody tries (OWASP's advice for scrypt: N=2^17, r=8, p=1). */
const COST = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 }
/** Longer than a word with a year behind it. */
const PASSPHRASE_LEAST = 12
const [SALT_BYTES, KEY_BYTES, IV_BYTES, TAG_BYTES] = [16, 32, 12, 16]
const CIPHER = 'aes-256-gcm'

export const createSalt = () => randomBytes(SALT_BYTES).toString('hex')

/** @throws {@link Stop} when there is none, or a short one */
export function readPassphrase({ CLASS_PACT_PASSPHRASE: passphrase }) {
  if (passphrase && passphrase.length >= PASSPHRASE_LEAST) return passphrase
  throw new Stop(
    `A backup holds names, telephone numbers and photos of children, so it is encrypted: put a passphrase of at least ${PASSPHRASE_LEAST} characters into CLASS_PACT_PASSPHRASE (and keep it elsewhere: without it nobody opens the backup again). With --plain it is left open.`,
  )
}

/** One key for the parts, one for the manifest. */
export async function deriveKeys(passphrase, salt) {
  const bytes = await promisify(scrypt)(passphrase.normalize('NFC'), Buffer.from(salt, 'hex'), 2 * KEY_BYTES, COST)
  return { parts: bytes.subarray(0, KEY_BYTES), manifest: bytes.subarray(KEY_BYTES) }
}

/** By this a manifest is known as the one that was written with this passphrase. */
export function signText(keys, text) {
  return createHmac('sha256', keys.manifest).update(text).digest('hex')
}

export function isSignedBy(keys, text, signature) {
  const [own, given] = [signText(keys, text), String(signature)].map((each) => Buffer.from(each))
  return own.length === given.length && timingSafeEqual(own, given)
}

/** The nonce, what is encrypted, and the tag; the name is sealed in, so that no part stands in for another. */
export function encrypt(keys, name) {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(CIPHER, keys.parts, iv)
  cipher.setAAD(Buffer.from(name))
  return {
    head: iv,
    update: (bytes) => cipher.update(bytes),
    end: () => Buffer.concat([cipher.final(), cipher.getAuthTag()]),
  }
}

/** What a part holds, piece by piece. @throws at the end when it is not what was written */
export async function* decrypt(keys, name, path) {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const [iv, tag] = [Buffer.alloc(IV_BYTES), Buffer.alloc(TAG_BYTES)]
    await file.read(iv, 0, IV_BYTES, 0)
    await file.read(tag, 0, TAG_BYTES, size - TAG_BYTES)
    const decipher = createDecipheriv(CIPHER, keys.parts, iv)
    decipher.setAAD(Buffer.from(name))
    decipher.setAuthTag(tag)
    const sealed = file.createReadStream({ start: IV_BYTES, end: size - TAG_BYTES - 1, autoClose: false })
    for await (const bytes of sealed) yield decipher.update(bytes)
    yield decipher.final()
  } finally {
    await file.close()
  }
}
