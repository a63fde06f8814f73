// Decides how large type is: 字号 of 我的 if the person chose one, else what WeChat is set to.

export const FONT_CHOICES = ['follow', 'large', 'largest'] as const
export type FontChoice = (typeof FONT_CHOICES)[number]

/** screens.md 1.8: type, icons and buttons grow to ×1.65; from ×1.3 rows stack. */
const SCALE_MAX = 1.65
export const STACK_FROM = 1.3
const CHOSEN_SCALE = { large: 1.3, largest: SCALE_MAX } as const
const CHOICE_KEY = 'font-choice'

export function readFontChoice(): FontChoice {
  const kept: string = wx.getStorageSync(CHOICE_KEY)
  return FONT_CHOICES.find((choice) => choice === kept) ?? 'follow'
}

export function chooseFont(choice: FontChoice): void {
  wx.setStorageSync(CHOICE_KEY, choice)
}

/** 1 … 1.65. Smaller settings of WeChat are not followed: nothing shrinks below the design. */
export function readFontScale(): number {
  const choice = readFontChoice()
  if (choice !== 'follow') return CHOSEN_SCALE[choice]
  const { fontSizeScaleFactor = 1 } = wx.getAppBaseInfo() as { fontSizeScaleFactor?: number }
  return Math.min(Math.max(fontSizeScaleFactor, 1), SCALE_MAX)
}
