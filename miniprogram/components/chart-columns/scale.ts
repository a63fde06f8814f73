// Decides how tall a chart's columns are and which numbers stand at its axis.

/** How a part of a column is drawn; the word for it stands in the legend. */
export type Tone = 'solid' | 'hatched' | 'hollow' | 'soft'

export interface Column {
  /** Parts from the bottom up, in the chart's own unit. */
  parts: { tone: Tone; value: number }[]
  /** Said aloud, and the number drawn on the column where there is room for it. */
  label: string
  /** Drawn on the column; empty where columns are too narrow. */
  figure: string
  /** Today, in amber. */
  now?: boolean
}

export interface DrawnColumn {
  /** Its place from the left. */
  id: number
  label: string
  figure: string
  now: boolean
  /** From the top down, as a column is laid out; heights in percent of the plot. */
  parts: { tone: Tone; percent: number }[]
}

export interface Plot {
  columns: DrawnColumn[]
  ticks: { text: string; percent: number }[]
  /** A line across all columns, such as their median. */
  mark?: { text: string; percent: number }
}

const STEPS = [1, 2, 5]

/** The largest of 1, 2, 5, 10, 20, 50 … that is not above `max`. */
function chooseStep(max: number): number {
  let best = 1
  for (let power = 1; power <= max; power *= 10) {
    for (const step of STEPS) if (step * power <= max) best = step * power
  }
  return best
}

/**
 * Lays columns out over a common scale that starts at 0 and ends at the tallest of them.
 * @param mark a value that all columns are seen against, with its words
 */
export function plotColumns(columns: Column[], mark?: { value: number; text: string }): Plot {
  const totals = columns.map((column) => column.parts.reduce((sum, part) => sum + part.value, 0))
  const max = Math.max(0, ...totals)
  const step = chooseStep(max)
  const top = Math.max(max, step)
  const ticks: Plot['ticks'] = []
  for (let value = 0; value <= top; value += step) {
    ticks.push({ text: String(value), percent: toPercent(value, top) })
  }
  return {
    ticks,
    ...(mark && { mark: { text: mark.text, percent: toPercent(Math.min(mark.value, top), top) } }),
    columns: columns.map((column, id) => ({
      id,
      label: column.label,
      figure: column.figure,
      now: column.now ?? false,
      parts: column.parts
        .filter((part) => part.value > 0)
        .map((part) => ({ tone: part.tone, percent: toPercent(part.value, top) }))
        .reverse(),
    })),
  }
}

/** Percent with two decimals: finer than a screen can show. */
function toPercent(value: number, top: number): number {
  return Math.round((value / top) * 10_000) / 100
}
