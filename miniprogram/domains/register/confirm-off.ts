// Decides what is asked before a register is switched off.

/** What is off is nowhere to be seen: that is said before. */
export async function confirmOff(title: string): Promise<boolean> {
  const { confirm } = await wx.showModal({
    title: `不再记“${title}”？`,
    content: '从今天起不再要求老师填，页面上也看不到它。记过的都保留，重新打开就能看到。',
    confirmText: '不再记',
    cancelText: '先不动',
  })
  return confirm
}
