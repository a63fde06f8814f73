// Decides whether a page fits its phone: nothing wider than the screen, no words cut off, every button within reach.
import { isShown, nameElement } from './name-element'

/** Edges are compared after rounding (px). */
const ROUNDING = 1
/** The ascent of a line may stand out of its box, without a stroke being cut (px). */
const LINE_GAP = 4
const BUTTONS = 'wx-button, [role="button"], [aria-role="button"]'

/** What does not fit, in words; empty when all does. @param page the element that scrolls */
export function measureFit(page: HTMLElement): string[] {
  return [...new Set([...findWide(page), ...findCut(page), ...findBeyondReach(page)])]
}

/** Whatever reaches beyond the right edge, unless something in between scrolls or hides it. */
function findWide(page: HTMLElement): string[] {
  if (page.scrollWidth <= page.clientWidth + ROUNDING) return []
  const edge = page.getBoundingClientRect().right
  const wide = [...page.querySelectorAll('*')].filter((element) => {
    if (element.getBoundingClientRect().right <= edge + ROUNDING || !isShown(element)) return false
    return findClip(element, page, 'overflowX') === undefined
  })
  return wide.map((element) => {
    const beyond = Math.round(element.getBoundingClientRect().right - edge)
    return `${nameElement(element)} is ${beyond} px wider than the screen`
  })
}

/** Words that a box cuts off, unless it says so with an ellipsis or scrolls. */
function findCut(page: HTMLElement): string[] {
  const cut: string[] = []
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    if (!element || !/\S/.test(node.textContent ?? '') || !isShown(element) || isShortened(element, page)) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const words = range.getBoundingClientRect()
    const [across, down] = [findClip(element, page, 'overflowX'), findClip(element, page, 'overflowY')]
    const frame = across?.getBoundingClientRect()
    if (
      across &&
      !scrolls(across, 'overflowX') &&
      frame &&
      (words.right > frame.right + ROUNDING || words.left < frame.left - ROUNDING)
    )
      cut.push(`${nameElement(element)} is cut off at the side`)
    const height = down?.getBoundingClientRect()
    if (down && !scrolls(down, 'overflowY') && height && words.bottom > height.bottom + LINE_GAP)
      cut.push(`${nameElement(element)} is cut off below`)
  }
  return cut
}

/** Buttons that cannot be brought to where a finger hits them. */
function findBeyondReach(page: HTMLElement): string[] {
  const top = page.scrollTop
  const beyond = [...page.querySelectorAll<HTMLElement>(BUTTONS)].filter((button) => {
    if (
      !isShown(button) ||
      isOverlay(button, page) ||
      button.closest('[aria-disabled="true"], [disabled]') ||
      isBehind(button, page)
    )
      return false
    button.scrollIntoView({ block: 'center', behavior: 'instant' })
    const { left, right, top: above, bottom } = button.getBoundingClientRect()
    const hit = document.elementFromPoint((left + right) / 2, (above + bottom) / 2)
    return !hit || !(button.contains(hit) || hit.contains(button))
  })
  page.scrollTop = top
  return beyond.map((button) => `${nameElement(button)} is out of reach`)
}

/** Behind a panel the whole page is one button, which closes it. */
function isOverlay(button: Element, page: HTMLElement): boolean {
  const { width, height } = button.getBoundingClientRect()
  return width >= page.clientWidth && height >= page.clientHeight
}

/** A panel in front of the page keeps fingers from what is behind it, as it should. */
function isBehind(button: Element, page: HTMLElement): boolean {
  const { left, right, top, bottom } = page.getBoundingClientRect()
  const front = document.elementFromPoint((left + right) / 2, top + (bottom - top) / 4)
  const panel = front && [...ancestors(front, page)].find((above) => getComputedStyle(above).position === 'fixed')
  return (
    panel !== undefined &&
    panel !== null &&
    ![...ancestors(button, page)].some((above) => getComputedStyle(above).position === 'fixed')
  )
}

type Axis = 'overflowX' | 'overflowY'

/** The nearest box around an element, the page excepted, that shows no more than itself. */
function findClip(element: Element, page: HTMLElement, axis: Axis): Element | undefined {
  return [...ancestors(element, page)].find((above) => getComputedStyle(above)[axis] !== 'visible')
}

function scrolls(element: Element, axis: Axis): boolean {
  return /auto|scroll/.test(getComputedStyle(element)[axis])
}

function isShortened(element: Element, page: HTMLElement): boolean {
  return [...ancestors(element, page)].some((above) => {
    const { textOverflow, webkitLineClamp } = getComputedStyle(above)
    return textOverflow === 'ellipsis' || webkitLineClamp !== 'none'
  })
}

function* ancestors(element: Element, page: HTMLElement): Generator<Element> {
  for (let at: Element | null = element; at && at !== page; at = at.parentElement) yield at
}
