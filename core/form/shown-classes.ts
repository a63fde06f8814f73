// Decides which classes' shares of an anonymous result may be seen beside the result of all (N20).

/**
 * A class with few sheets is hidden. So is the next smallest, until the hidden ones are as many together: else whoever takes
 * the shown classes from all would have what is left.
 */
export function shownClasses(boxes: readonly { classId: string; sheets: number }[], least: number): string[] {
  const rising = boxes
    .filter(({ sheets }) => sheets > 0)
    .sort((a, b) => a.sheets - b.sheets || (a.classId < b.classId ? -1 : 1))
  let hidden = 0
  let left = 0
  for (const { sheets } of rising) {
    if (sheets >= least && (left === 0 || left >= least)) break
    hidden++
    left += sheets
  }
  return rising.slice(hidden).map(({ classId }) => classId)
}
