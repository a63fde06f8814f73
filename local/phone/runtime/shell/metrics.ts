// Decides the sizes of the phone's furniture, in px: an iPhone with a home indicator, 375 × 812.

export const STATUS_BAR = 44
export const NAVIGATION_BAR = 44
export const HOME_INDICATOR = 34

/** The capsule: 87 × 32, 6 below the status bar, 7 from the right edge. */
export const CAPSULE = { width: 87, height: 32, top: STATUS_BAR + 6, right: 7 }
