// Decides which end of the audit this phone remembers: the last one it has read whole and unbroken, a school each.
import { readAnchor, writeAnchor, type Anchor } from '@class-pact/core/audit'

const PREFIX = 'audit-anchor:'

export function recallAnchor(schoolId: string): Anchor | undefined {
  const kept: string = wx.getStorageSync(PREFIX + schoolId)
  return readAnchor(kept || '')
}

export function keepAnchor(schoolId: string, anchor: Anchor): void {
  wx.setStorageSync(PREFIX + schoolId, writeAnchor(anchor))
}

/** Asks for a code from an earlier file, a note, another phone. Undefined: none was given; null: it is no code. */
export async function askAnchor(): Promise<Anchor | null | undefined> {
  const { confirm, content = '' } = await wx.showModal({
    title: '核对以前的校验码',
    editable: true,
    placeholderText: '在以前发出的文件名里',
  })
  if (!confirm || content.trim() === '') return undefined
  return readAnchor(content) ?? null
}
