// Decides what is known of the codes in a notice’s photos before it goes out: what they say, which nobody could read.
import { hostsOfCode, isPaymentCode, type JudgeContext } from '@class-pact/core/judge'
import type { Picture } from '../../common/files/picture'
import { readCodes } from '../../common/files/read-codes'

/**
 * All photos of a notice together, milliseconds: nine of a phone's largest (12 million pixels) take two seconds on one
 * core, and the function lives 20 s (config.json), of which reading and writing the files takes its part.
 */
const LOOK_MS = 8_000

/** What the photos of one notice say, filled in while they are looked at. */
export interface PhotoCodes {
  /** For the judge: codes that lead somewhere. */
  codes: NonNullable<JudgeContext['codes']>
  /** `photos.1`: it could not be looked at, or its code holds words that nobody has checked; a person looks (C04). */
  doubtful: string[]
  look: (picture: Picture, index: number) => Promise<void>
}

export function openPhotoCodes(): PhotoCodes {
  const codes: PhotoCodes['codes'] = []
  const doubtful: string[] = []
  let left = LOOK_MS
  const look = async (picture: Picture, index: number) => {
    const field = `photos.${index}`
    const begun = performance.now()
    const texts = left > 0 ? await readCodes(picture) : undefined
    left -= performance.now() - begun
    const leading = (texts ?? []).filter((text) => isPaymentCode(text) || hostsOfCode(text).length > 0)
    codes.push(...leading.map((text) => ({ field, text })))
    if (leading.length !== texts?.length) doubtful.push(field)
  }
  return { codes, doubtful, look }
}
