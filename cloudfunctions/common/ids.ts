// Decides how documents get their ids: derived from the call where a repeat must find the same one.
import { createHash, randomBytes } from 'node:crypto'

const DERIVED_LENGTH = 24
const TOKEN_BYTES = 16

/**
 * The same parts give the same id, so that a call that is repeated creates its document once.
 * Usually `deriveId(openid, requestId)`; 24 characters of base64url (144 bits).
 */
export function deriveId(...parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, DERIVED_LENGTH)
}

/** An opaque token nobody can guess: 22 characters, fits `scene` of a QR code (≤ 32, platform: QR). */
export function createToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url')
}
