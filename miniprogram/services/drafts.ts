// Decides that nothing typed is lost: one draft per form, on this phone, until it was sent.

const PREFIX = 'draft:'

export function saveDraft(form: string, draft: object): void {
  wx.setStorageSync(PREFIX + form, draft)
}

export function readDraft<Draft extends object>(form: string): Draft | undefined {
  const kept: Draft | '' = wx.getStorageSync(PREFIX + form)
  return kept || undefined
}

export function dropDraft(form: string): void {
  wx.removeStorageSync(PREFIX + form)
}
