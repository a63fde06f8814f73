// Decides whether a page can be read: the contrast of every text with what lies behind it, and its size.
import { contrastOf, layOver, readColors, WHITE, type Color } from './colors'
import { isShown, nameElement } from './name-element'
import { judge, RULES, type Measurements, type Offender } from './rules'

/** WCAG: from 18 pt, or 14 pt and bold, 3 : 1 is enough (px). */
const LARGE = 24
const LARGE_BOLD = 18.66
const BOLD = 700
const LARGE_CONTRAST = 3
/** Computed sizes carry fractions: 12 px may be 11.999. */
const ROUNDING = 0.05

/** @param root the page's element */
export function measureText(root: HTMLElement): Measurements {
  const contrasts: Offender[] = []
  const sizes: Offender[] = []
  let worst = Infinity
  for (const { element, box } of listTexts(root)) {
    const style = getComputedStyle(element)
    const size = parseFloat(style.fontSize)
    if (isUnseen(style)) continue
    sizes.push({ where: nameElement(element), found: Math.round(size * 100) / 100 })
    if (element.closest('[disabled], [aria-disabled="true"], [aria-disabled=""]')) continue
    const large = size >= LARGE || (size >= LARGE_BOLD && Number(style.fontWeight) >= BOLD)
    const contrast = Math.min(...readContrasts(element, style, box))
    // On the scale of small text, so that one number tells the worst.
    worst = Math.min(worst, large ? (contrast * RULES.contrast.limit) / LARGE_CONTRAST : contrast)
    if (contrast < (large ? LARGE_CONTRAST : RULES.contrast.limit))
      contrasts.push({ where: nameElement(element), found: `${contrast.toFixed(2)} (${style.color})` })
  }
  return {
    contrast: { worst: Number.isFinite(worst) ? Math.round(worst * 100) / 100 : 0, offenders: contrasts },
    'font-size': judge(sizes, RULES['font-size'].limit - ROUNDING, true),
  }
}

interface Text {
  element: HTMLElement
  box: DOMRect
}

/** Elements with words of their own, and fields with a value. */
function listTexts(root: HTMLElement): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const found = new Map<HTMLElement, DOMRect>()
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    if (!element || found.has(element) || !/\S/.test(node.textContent ?? '') || !isShown(element)) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    found.set(element, range.getBoundingClientRect())
  }
  for (const field of root.querySelectorAll<HTMLInputElement>('input, textarea'))
    if (field.value && isShown(field)) found.set(field, field.getBoundingClientRect())
  return [...found].map(([element, box]) => ({ element, box }))
}

/** Some text is there only to hold a place, e.g. behind a field that marks words: it has no colour at all. */
function isUnseen({ webkitTextFillColor, color }: CSSStyleDeclaration): boolean {
  return readColors(webkitTextFillColor || color)[0]?.a === 0
}

/** One contrast, or one for each colour of a gradient behind the text. */
function readContrasts(element: HTMLElement, style: CSSStyleDeclaration, box: DOMRect): number[] {
  const layers = listLayers(element, box)
  const opacity = layers.reduce((product, layer) => product * Number(getComputedStyle(layer).opacity), 1)
  const [ink = WHITE] = readColors(style.webkitTextFillColor || style.color)
  const faded = { ...ink, a: ink.a * opacity }
  return paintBehind(layers).map((behind) => contrastOf(layOver(faded, behind), behind))
}

/** The text's element and everything behind it, from the front to the back. */
function listLayers(element: HTMLElement, box: DOMRect): HTMLElement[] {
  const stack = document.elementsFromPoint(box.left + box.width / 2, box.top + box.height / 2) as HTMLElement[]
  const at = stack.indexOf(element)
  if (at >= 0) return stack.slice(at)
  const above: HTMLElement[] = []
  for (let each: HTMLElement | null = element; each; each = each.parentElement) above.push(each)
  return above
}

function paintBehind(layers: readonly HTMLElement[]): Color[] {
  const paints: Color[][] = []
  for (const layer of layers) {
    const { backgroundImage, backgroundColor } = getComputedStyle(layer)
    const gradient = backgroundImage.includes('gradient') ? readColors(backgroundImage) : []
    if (gradient.length > 0) paints.push(gradient)
    const [plain] = readColors(backgroundColor)
    if (plain && plain.a > 0) paints.push([plain])
    if (paints.at(-1)?.every(({ a }) => a === 1)) break
  }
  return paints
    .reverse()
    .reduce<Color[]>((below, paint) => paint.flatMap((one) => below.map((other) => layOver(one, other))), [WHITE])
}
