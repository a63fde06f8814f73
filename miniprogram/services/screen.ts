// Decides how much room the phone itself takes: status bar, capsule.

export interface ScreenInsets {
  /** px from the top to the navigation row */
  statusBar: number
  /** height of the navigation row, px */
  navRow: number
  /** what the capsule and its margins take on the right, px */
  capsule: number
  /** of the window, px */
  width: number
}

/** Between the capsule and our words. */
const CAPSULE_GAP = 8
let insets: ScreenInsets | undefined

/** Measured once: neither moves while the program runs. */
export function readInsets(): ScreenInsets {
  if (insets) return insets
  const { statusBarHeight, windowWidth } = wx.getWindowInfo()
  const { top, left, height } = wx.getMenuButtonBoundingClientRect()
  insets = {
    statusBar: statusBarHeight,
    navRow: (top - statusBarHeight) * 2 + height,
    capsule: windowWidth - left + CAPSULE_GAP,
    width: windowWidth,
  }
  return insets
}
