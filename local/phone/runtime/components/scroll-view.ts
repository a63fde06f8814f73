// Decides <scroll-view>: scrolling, its thresholds, scrolling to a child, and pulling to refresh.
import { findDomElement, type FrameworkElement } from '../engine/glass-easel'
import type { Host } from '../engine/built-in'
import type { BuiltIn } from './built-in'
import type { ContextHolder } from '../engine/selector-query'

const DEFAULT_THRESHOLD = 50

export const scrollView: BuiltIn = {
  tag: 'scroll-view',
  properties: {
    scrollX: Boolean,
    scrollY: Boolean,
    upperThreshold: { type: null, value: DEFAULT_THRESHOLD },
    lowerThreshold: { type: null, value: DEFAULT_THRESHOLD },
    scrollTop: null,
    scrollLeft: null,
    scrollIntoView: String,
    scrollIntoViewOffset: Number,
    scrollWithAnimation: Boolean,
    enableBackToTop: Boolean,
    enablePassive: null,
    enableFlex: Boolean,
    scrollAnchoring: Boolean,
    refresherEnabled: Boolean,
    refresherThreshold: { type: Number, value: 45 },
    refresherDefaultStyle: { type: String, value: 'black' },
    refresherBackground: String,
    refresherTriggered: Boolean,
    enhanced: Boolean,
    bounces: { type: Boolean, value: true },
    showScrollbar: { type: Boolean, value: true },
    pagingEnabled: Boolean,
    fastDeceleration: Boolean,
    usingSticky: Boolean,
    type: String,
    associativeContainer: String,
    reverse: Boolean,
    clip: { type: Boolean, value: true },
  },
  attach(host) {
    const { element } = host
    host.watch(['scrollX', 'scrollY', 'enableFlex', 'pagingEnabled'], () => {
      element.style.overflowX = host.get('scrollX') ? 'auto' : 'hidden'
      element.style.overflowY = host.get('scrollY') ? 'auto' : 'hidden'
      element.toggleAttribute('data-flex', host.get('enableFlex'))
    })
    const behavior = () => (host.get('scrollWithAnimation') ? 'smooth' : 'instant') as ScrollBehavior
    host.watch(['scrollTop'], () => scroll(element, { top: host.get('scrollTop') }, behavior()))
    host.watch(['scrollLeft'], () => scroll(element, { left: host.get('scrollLeft') }, behavior()))
    host.watch(['scrollIntoView'], () => {
      const id = host.get<string>('scrollIntoView')
      if (id) setTimeout(() => scrollToChild(host, id, behavior()))
    })
    listen(host)
    attachRefresher(host)
    host.actions['scroll-view.scrollTo'] = (left: number, top: number) =>
      element.scrollTo({ left, top, behavior: 'instant' })
    for (const name of ['scrollTop', 'scrollLeft', 'scrollWidth', 'scrollHeight'] as const)
      host.actions[`scroll-view.${name}`] = () => element[name]
    ;(element as ContextHolder).nodeContext = {
      scrollTo: ({ top, left, animated = true }: { top?: number; left?: number; animated?: boolean }) =>
        element.scrollTo({
          ...(top !== undefined && { top }),
          ...(left !== undefined && { left }),
          behavior: animated ? 'smooth' : 'instant',
        }),
      scrollIntoView: (selector: string) => scrollToChild(host, selector.replace(/^#/, ''), 'smooth'),
    }
  },
}

function scroll(
  element: HTMLElement,
  { top, left }: { top?: unknown; left?: unknown },
  behavior: ScrollBehavior,
): void {
  const [x, y] = [parseFloat(String(left)), parseFloat(String(top))]
  // After the children of the same update are drawn: before that there may be nothing to scroll.
  setTimeout(() =>
    element.scrollTo({ ...(!Number.isNaN(x) && { left: x }), ...(!Number.isNaN(y) && { top: y }), behavior }),
  )
}

function scrollToChild(host: Host, id: string, behavior: ScrollBehavior): void {
  const root = host.component.ownerShadowRoot as {
    querySelector(selector: string): FrameworkElement | null
  } | null
  const node = root?.querySelector(`#${id}`)
  const child = node ? findDomElement(node) : undefined
  if (!child) return
  const [from, to] = [host.element.getBoundingClientRect(), child.getBoundingClientRect()]
  const offset = host.get<number>('scrollIntoViewOffset')
  host.element.scrollBy({ top: to.top - from.top + offset, left: to.left - from.left, behavior })
}

function listen(host: Host): void {
  const { element } = host
  let [lastTop, lastLeft] = [0, 0]
  const edges = { upper: true, lower: false }
  element.addEventListener('scroll', () => {
    const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight, clientWidth } = element
    host.emit('scroll', {
      scrollTop,
      scrollLeft,
      scrollHeight,
      scrollWidth,
      deltaX: lastLeft - scrollLeft,
      deltaY: lastTop - scrollTop,
    })
    ;[lastTop, lastLeft] = [scrollTop, scrollLeft]
    const vertical = host.get<boolean>('scrollY')
    const [start, end] = vertical
      ? [scrollTop, scrollHeight - clientHeight - scrollTop]
      : [scrollLeft, scrollWidth - clientWidth - scrollLeft]
    const upper = start <= parseFloat(String(host.get('upperThreshold')))
    const lower = end <= parseFloat(String(host.get('lowerThreshold')))
    if (upper && !edges.upper) host.emit('scrolltoupper', { direction: vertical ? 'top' : 'left' })
    if (lower && !edges.lower) host.emit('scrolltolower', { direction: vertical ? 'bottom' : 'right' })
    Object.assign(edges, { upper, lower })
  })
}

function attachRefresher(host: Host): void {
  const { element } = host
  const area = document.createElement('div')
  area.className = 'refresher'
  area.innerHTML = '<i class="page-loading" style="display:block"></i>'
  element.prepend(area)
  let startY = 0
  let distance = 0
  host.watch(['refresherTriggered', 'refresherBackground'], () => {
    const open = host.get<boolean>('refresherTriggered')
    area.style.position = open ? 'relative' : ''
    area.style.height = open ? `${host.get<number>('refresherThreshold')}px` : ''
    area.style.background = host.get('refresherBackground')
    if (!open) host.emit('refresherrestore', {})
  })
  host.on('touchstart', (event) => {
    startY = (event as unknown as { touches: { clientY: number }[] }).touches[0]?.clientY ?? 0
    distance = 0
  })
  host.on('touchmove', (event) => {
    if (!host.get('refresherEnabled') || element.scrollTop > 0) return
    distance = ((event as unknown as { touches: { clientY: number }[] }).touches[0]?.clientY ?? 0) - startY
    if (distance > 0) host.emit('refresherpulling', { dy: distance })
  })
  host.on('touchend', () => {
    if (distance < host.get<number>('refresherThreshold')) return
    distance = 0
    host.assign('refresherTriggered', true)
    host.emit('refresherrefresh', {})
  })
}
