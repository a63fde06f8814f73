// Decides what one wheel of a picker shows.

export interface WheelColumn {
  items: string[]
  /** Index of the item in the middle. */
  selected: number
}
