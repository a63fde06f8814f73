// Decides the sheet with wheels that a picker opens.
import { button, type Panels } from './panels'
import type { WheelColumn } from './wheel-column'

const ROW = 40

/**
 * Shows wheels and waits for an answer.
 * @param onTurn called when a wheel stopped; may return new columns (dates, cascades)
 * @returns the selected index of every column, or undefined when cancelled
 */
export function openWheels(
  panels: Panels,
  columns: WheelColumn[],
  title: string,
  onTurn: (column: number, index: number, selected: number[]) => WheelColumn[] | undefined,
): Promise<number[] | undefined> {
  const box = document.createElement('div')
  box.className = 'bottom-sheet'
  const header = document.createElement('header')
  const heading = document.createElement('b')
  heading.textContent = title
  const area = document.createElement('div')
  area.className = 'wheels'
  box.append(header, area)
  let shown = columns
  const selected = () => shown.map((column) => column.selected)
  const draw = () => {
    area.replaceChildren(...shown.map((column, at) => drawWheel(column, (index) => turn(at, index))))
    area.querySelectorAll('.wheel').forEach((wheel, at) => (wheel.scrollTop = (shown[at]?.selected ?? 0) * ROW))
  }
  const turn = (at: number, index: number) => {
    const column = shown[at]
    if (!column || column.selected === index) return
    column.selected = index
    const next = onTurn(at, index, selected())
    if (!next) return
    shown = next
    draw()
  }
  return panels.open<number[] | undefined>(box, 'bottom', (close) => {
    header.append(
      button('取消', '', () => close(undefined)),
      heading,
      button('确定', '', () => close(selected())),
    )
    requestAnimationFrame(draw)
    return { confirm: () => close(selected()), cancel: () => close(undefined) }
  })
}

function drawWheel(column: WheelColumn, onStop: (index: number) => void): HTMLElement {
  const wheel = document.createElement('div')
  wheel.className = 'wheel'
  wheel.append(
    ...column.items.map((item, index) => {
      const row = document.createElement('div')
      row.textContent = item
      row.addEventListener('click', () => wheel.scrollTo({ top: index * ROW, behavior: 'smooth' }))
      return row
    }),
  )
  let timer = 0
  wheel.addEventListener('scroll', () => {
    window.clearTimeout(timer)
    timer = window.setTimeout(
      () => onStop(Math.min(column.items.length - 1, Math.max(0, Math.round(wheel.scrollTop / ROW)))),
      120,
    )
  })
  return wheel
}
