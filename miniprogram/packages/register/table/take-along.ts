// Decides how the entries of a register leave the phone: one file, brought first, then opened or sent by a tap.
import type { Input } from '@class-pact/core/contract'
import { createSender, type PhoneReply } from '../../../services/cloud'
import { bringDocument, showDocument } from '../../../services/open-document'

export interface Brought {
  name: string
  path: string
  /** 已生成，12行 */
  text: string
}

const exportRegister = createSender('register.export')

const FAILED = { ok: false, error: { code: 'TRY_AGAIN' } } as const

export async function bringFile(of: Input<'register.export'>): Promise<PhoneReply<Brought>> {
  const reply = await exportRegister(of)
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
