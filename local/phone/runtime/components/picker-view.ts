// Decides <picker-view> and <picker-view-column>: wheels inside a page.
import { convertInlineStyle } from '../engine/backend'
import type { Host } from '../engine/built-in'
import type { BuiltIn } from './built-in'

const DEFAULT_ROW = 34
/** A wheel that did not move for this long has stopped (ms). */
const STOP_DELAY = 120

export const pickerViewColumn: BuiltIn = {
  tag: 'picker-view-column',
  properties: {},
  attach(host) {
    let timer = 0
    host.element.addEventListener('scroll', () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(() => host.closest('picker-view')?.actions['settle']?.(), STOP_DELAY)
    })
    host.onDetach(() => window.clearTimeout(timer))
  },
}

export const pickerView: BuiltIn = {
  tag: 'picker-view',
  properties: {
    value: null,
    indicatorStyle: String,
    indicatorClass: String,
    maskStyle: String,
    maskClass: String,
    immediateChange: Boolean,
    name: String,
  },
  attach(host) {
    const indicator = document.createElement('div')
    host.element.append(indicator)
    host.watch(['indicatorStyle', 'indicatorClass'], () => {
      indicator.className = `picker-indicator ${host.get<string>('indicatorClass')}`
      indicator.setAttribute('style', convertInlineStyle(host.get('indicatorStyle')))
    })
    const place = () => requestAnimationFrame(() => placeColumns(host, indicator))
    host.watch(['value'], place)
    const observer = new MutationObserver(place)
    observer.observe(host.element, { childList: true, subtree: true })
    host.onDetach(() => observer.disconnect())
    host.actions['settle'] = () => {
      const value = columnsOf(host).map((column) => readColumn(column, indicator))
      if (JSON.stringify(value) === JSON.stringify(host.get('value'))) return
      host.assign('value', value)
      host.emit('change', { value })
    }
    host.field = { read: () => host.get<unknown>('value'), reset: () => host.assign('value', []) }
  },
}

function columnsOf(host: Host): HTMLElement[] {
  return [...host.element.querySelectorAll<HTMLElement>('wx-picker-view-column')]
}

function rowsOf(column: HTMLElement): HTMLElement[] {
  return [...column.querySelectorAll<HTMLElement>(':scope > *')].filter((row) => row.localName.startsWith('wx-'))
}

/** Rows are as high as the indicator, and the first and last can come to the middle. */
function placeColumns(host: Host, indicator: HTMLElement): void {
  const height = indicator.offsetHeight || DEFAULT_ROW
  const space = Math.max(0, (host.element.clientHeight - height) / 2)
  const values = (host.get<number[] | null>('value') ?? []) as number[]
  columnsOf(host).forEach((column, at) => {
    column.style.padding = `${space}px 0`
    column.style.boxSizing = 'border-box'
    for (const row of rowsOf(column)) row.style.cssText = `height:${height}px;overflow:hidden;scroll-snap-align:center`
    column.scrollTop = (values[at] ?? 0) * height
  })
}

function readColumn(column: HTMLElement, indicator: HTMLElement): number {
  const height = indicator.offsetHeight || DEFAULT_ROW
  return Math.max(0, Math.min(rowsOf(column).length - 1, Math.round(column.scrollTop / height)))
}
