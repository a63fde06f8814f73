// Decides how the photos of each child this term are drawn and said: in roll order, the median as a line (P01, Ch6).
import type { AlbumPrepared } from '@class-pact/core/contract'
import { plotColumns, type Plot } from '../../../components/chart-columns/scale'

type Counted = AlbumPrepared['children'][number]

export interface Fairness {
  plot: Plot
  /** Roll numbers under the chart. */
  axis: string[]
  text: string[]
}

/** @param seldom childIds that the cloud has named; drawn in amber */
export function presentFairness(children: Counted[], median: number, seldom: string[]): Fairness {
  const few = children.filter(({ childId }) => seldom.includes(childId))
  const columns = children.map(({ childId, name, count }) => ({
    parts: [{ tone: 'solid' as const, value: count }],
    label: `${name}${count}次`,
    figure: '',
    now: seldom.includes(childId),
  }))
  return {
    plot: plotColumns(columns, { value: median, text: `中位数${median}次` }),
    axis: axisOf(children),
    text: [
      ...(few.length > 0 ? [saySeldom(few, median)] : [`中位数${median}次`]),
      children.map(({ name, count }) => `${name}${count}次`).join('、'),
    ],
  }
}

/** 李雷2次，中位数6次 */
export const saySeldom = (few: { name: string; count: number }[], median: number) =>
  `${few.map(({ name, count }) => `${name}${count}次`).join('、')}，中位数${median}次`

/** First, middle and last of the roll. */
function axisOf(children: Counted[]): string[] {
  const places = [...new Set([0, Math.floor((children.length - 1) / 2), children.length - 1])]
  return places.flatMap((place) => (children[place] ? [`${children[place].no}号`] : []))
}
