// Decides which phones and which font sizes there are to look at.

export type PhoneSize = 'small' | 'usual' | 'large'

/** Sizes in px. */
export interface PhoneModel {
  model: string
  width: number
  height: number
  statusBar: number
  /** 0 for a phone with a button. */
  homeIndicator: number
}

/** The three widths of 「小程序适老化设计指南」. */
export const PHONE_MODELS: Record<PhoneSize, PhoneModel> = {
  small: { model: 'iPhone SE', width: 320, height: 568, statusBar: 20, homeIndicator: 0 },
  usual: { model: 'iPhone X', width: 375, height: 812, statusBar: 44, homeIndicator: 34 },
  large: { model: 'iPhone 11 Pro Max', width: 414, height: 896, statusBar: 44, homeIndicator: 34 },
}

export const PHONE_SIZES = Object.keys(PHONE_MODELS) as PhoneSize[]

/** WeChat's standard size on an iPhone (px), of which the others are multiples. */
export const STANDARD_FONT = 17

/**
 * Five of WeChat's font sizes as `fontSizeScaleFactor`: one below the standard, 「+3」 on 375, 「关怀模式」, and one above all that
 * the guide lists for iPhones, as Android's largest is.
 */
export const FONT_SCALES = { small: 16 / STANDARD_FONT, standard: 1, big: 21 / STANDARD_FONT, care: 1.4, largest: 1.65 }

export type FontSize = keyof typeof FONT_SCALES

/** 「原生导航栏」: its title grows with the font only so far (px). */
const TITLE_SIZES: [below: number, size: number][] = [
  [1, 16],
  [18 / STANDARD_FONT, 17],
  [19 / STANDARD_FONT, 18.5],
]
const TITLE_MAX = 20

/** The size of the navigation bar's title at a font scale (px). */
export function titleSize(scale: number): number {
  return TITLE_SIZES.find(([below]) => scale < below)?.[1] ?? TITLE_MAX
}

export function isPhoneSize(word: unknown): word is PhoneSize {
  return PHONE_SIZES.some((size) => size === word)
}

/** A font size's name, or its factor as a number; undefined for anything else. */
export function readFontScale(word: string): number | undefined {
  if (word in FONT_SCALES) return FONT_SCALES[word as FontSize]
  const factor = Number(word)
  return factor > 0 ? factor : undefined
}
