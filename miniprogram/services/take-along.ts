// Decides how a table or a report leaves the phone: one file, brought first, then opened or sent by a tap.
import type { RegisterFile } from '@class-pact/core/contract'
import { bringDocument, showDocument } from './open-document'
import type { PhoneReply } from './cloud'

export interface Brought {
  name: string
  path: string
  /** 已生成，12行 */
  text: string
}

const FAILED = { ok: false, error: { code: 'TRY_AGAIN' } } as const

/** @param asked what the cloud answers to an export */
export async function bringFile(asked: Promise<PhoneReply<RegisterFile>>): Promise<PhoneReply<Brought>> {
  const reply = await asked
  if (!reply.ok) return reply
  const { url, name, rows } = reply.data
  try {
    return { ok: true, data: { name, path: await bringDocument({ url, name }), text: `已生成，${rows}行` } }
  } catch {
    return FAILED
  }
}

export async function openFile({ path }: Brought): Promise<PhoneReply<true>> {
  try {
    await showDocument(path)
    return { ok: true, data: true }
  } catch {
    return FAILED
  }
}

/** Only a tap may open WeChat's list of people. */
export function sendFile({ path, name }: Brought): void {
  wx.shareFileMessage({ filePath: path, fileName: name, fail: () => undefined })
}
