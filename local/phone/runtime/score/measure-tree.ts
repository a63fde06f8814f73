// Decides how big a page's tree is, and whether its pictures and the things one taps have a good size.
import type { BackedElement } from '../engine/backed-element'
import { findFrameworkElement } from '../engine/glass-easel'
import { isShown, nameElement } from './name-element'
import { judge, RULES, type Measurements, type Offender } from './rules'

/** Built-in components that are there to be touched. */
const CONTROLS =
  'wx-button, wx-input, wx-textarea, wx-switch, wx-checkbox, wx-radio, wx-slider, wx-picker, wx-navigator, wx-editor'

/** The width of the phone for which 750 rpx are two to the point (px). */
const DRAWN_WIDTH = 375

/** Set by the image component when its picture has come. */
export interface PictureHolder extends HTMLElement {
  naturalPicture?: { src: string; width: number; height: number }
}

/** WXML nodes of the page, with the insides of its components. */
export function measureNodes(root: HTMLElement): Measurements {
  const counts: Offender[] = []
  const depths: Offender[] = []
  let total = 0
  const visit = (element: Element, depth: number) => {
    const isNode = (element as BackedElement).__wxElement !== undefined
    const level = isNode ? depth + 1 : depth
    if (isNode) total += 1
    const children = [...element.children].filter((child) => (child as BackedElement).__wxElement !== undefined)
    if (children.length > 0) counts.push({ where: nameElement(element), found: children.length })
    else if (isNode) depths.push({ where: nameElement(element), found: level })
    for (const child of element.children) visit(child, level)
  }
  visit(root, 0)
  return {
    // 「少于 1000 个」, 「少于 30 层」: the limit itself is too much; 「不大于 60 个」 is not.
    nodes: judge([{ where: 'page', found: total }], RULES.nodes.limit - 1),
    depth: judge(depths, RULES.depth.limit - 1),
    children: judge(counts, RULES.children.limit),
  }
}

/** @param tappable whether the app or a component listens for taps on an element */
export function measureTargets(root: HTMLElement, tappable: (element: Element) => boolean): Measurements {
  const sizes: Offender[] = []
  const unsafe: Offender[] = []
  const margin = parseFloat(getComputedStyle(root).getPropertyValue('--home-indicator'))
  const floor = root.getBoundingClientRect().bottom - margin
  for (const element of root.querySelectorAll('*')) {
    const isTarget = element.matches(CONTROLS) || tappable(element)
    if (!isTarget || element.closest('[disabled]') || !isShown(element)) continue
    const { width, height, bottom } = element.getBoundingClientRect()
    sizes.push({ where: nameElement(element), found: Math.round(Math.min(width, height) * 10) / 10 })
    const fixed = findFixed(element, root)
    if (fixed && fixed.getBoundingClientRect().height < RULES['safe-area'].limit && bottom > floor + 1)
      unsafe.push({ where: nameElement(element), found: `${Math.round(bottom - floor)} px into the margin` })
  }
  return {
    // Sizes in rpx shrink with the phone, as they should.
    'tap-size': judge(sizes, RULES['tap-size'].limit * Math.min(1, window.innerWidth / DRAWN_WIDTH), true),
    'safe-area': { worst: unsafe.length, offenders: unsafe },
  }
}

function findFixed(element: Element, root: HTMLElement): Element | undefined {
  for (let at: Element | null = element; at && at !== root; at = at.parentElement)
    if (getComputedStyle(at).position === 'fixed') return at
  return undefined
}

/** Modes that stretch; in the others the ratio stays. */
const STRETCHING = new Set(['', 'scaleToFill'])

export function measurePictures(root: HTMLElement): Measurements {
  const areas: Offender[] = []
  const ratios: Offender[] = []
  for (const element of root.querySelectorAll<PictureHolder>('wx-image, wx-cover-image')) {
    const picture = element.naturalPicture
    if (!picture || picture.height === 0 || picture.src.split('?')[0]?.endsWith('.svg') || !isShown(element)) continue
    const { width, height } = element.getBoundingClientRect()
    const where = `${nameElement(element)} ${picture.src.slice(0, 60)}`
    const allowed = width * height * window.devicePixelRatio ** 2
    areas.push({ where, found: Math.round(((picture.width * picture.height) / allowed) * 100) / 100 })
    const mode = (findFrameworkElement(element) as { data?: { mode?: string } } | undefined)?.data?.mode ?? ''
    const off = Math.abs(height / width / (picture.height / picture.width) - 1)
    if (STRETCHING.has(mode)) ratios.push({ where, found: Math.round(off * 100) / 100 })
  }
  return {
    'image-size': judge(areas, RULES['image-size'].limit),
    'image-ratio': judge(ratios, RULES['image-ratio'].limit),
  }
}
