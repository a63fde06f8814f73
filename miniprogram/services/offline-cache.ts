// Decides what can still be read without a network: the last good answer of each page, with the time it came.
import type { Instant } from '@class-pact/core/contract'

const PREFIX = 'seen:'
const INDEX_KEY = 'seen'
/** Pages kept on a phone; the oldest goes first. Storage holds 10 MB, an answer some 10 KB. */
const KEPT_PAGES = 40

export interface Seen<Data> {
  data: Data
  at: Instant
}

/** Keeps an answer. A full storage loses nothing but the cache. */
export function rememberSeen(key: string, data: unknown, at: Instant): void {
  const keys = [key, ...readIndex().filter((other) => other !== key)]
  try {
    for (const old of keys.splice(KEPT_PAGES)) wx.removeStorageSync(PREFIX + old)
    wx.setStorageSync(PREFIX + key, { data, at })
    wx.setStorageSync(INDEX_KEY, keys)
  } catch {
    wx.removeStorageSync(PREFIX + key)
  }
}

/** The last good answer, if one is kept. */
export function recallSeen<Data>(key: string): Seen<Data> | undefined {
  const kept: Seen<Data> | '' = wx.getStorageSync(PREFIX + key)
  return kept || undefined
}

/** Forgets everything that was read: after leaving a class, or when somebody else uses the phone. */
export function forgetSeen(): void {
  for (const key of readIndex()) wx.removeStorageSync(PREFIX + key)
  wx.removeStorageSync(INDEX_KEY)
}

function readIndex(): string[] {
  const kept: string[] | '' = wx.getStorageSync(INDEX_KEY)
  return kept || []
}
