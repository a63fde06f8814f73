// Decides page-meta, navigation-bar and page-container: parts of a page that act on the page itself.
import { convertInlineStyle } from '../engine/backend'
import type { Host } from '../engine/built-in'
import type { BuiltIn } from './built-in'
import type { PhoneParts } from '../phone-parts'
import type { PageInstance } from '../router/page-instance'
import { taskTime } from '../score/task-time'

/** The page a built-in stands in. */
function pageOf(host: Host, { router }: PhoneParts): PageInstance | undefined {
  const scroller = host.element.closest('wx-page')
  return router.stack.find((page) => page.view.scroller === scroller)
}

export const pageMeta: BuiltIn = {
  tag: 'page-meta',
  properties: {
    backgroundTextStyle: String,
    backgroundColor: String,
    backgroundColorTop: String,
    backgroundColorBottom: String,
    rootBackgroundColor: String,
    scrollTop: String,
    scrollDuration: { type: Number, value: 300 },
    pageStyle: String,
    pageFontSize: String,
    rootFontSize: String,
    pageOrientation: String,
  },
  attach(host, phone) {
    const scroller = host.element.closest('wx-page')
    if (!(scroller instanceof HTMLElement)) throw new Error('<page-meta> must stand in a page')
    host.watch(['pageStyle', 'pageFontSize'], () => {
      scroller.setAttribute('style', convertInlineStyle(host.get('pageStyle')))
      const size = host.get<string>('pageFontSize')
      scroller.style.fontSize = size === 'system' ? `${16 * phone.state.fontScale}px` : size
    })
    host.watch(['rootFontSize'], () => {
      const size = host.get<string>('rootFontSize')
      document.documentElement.style.fontSize = size === 'system' ? `${16 * phone.state.fontScale}px` : size
    })
    host.watch(['backgroundColor', 'rootBackgroundColor'], () => {
      const color = host.get<string>('rootBackgroundColor') || host.get<string>('backgroundColor')
      if (color) (scroller.parentElement as HTMLElement).style.backgroundColor = color
    })
    host.watch(['scrollTop'], () => {
      const top = host.get<string>('scrollTop')
      if (top)
        scroller.scrollTo({
          top: parseFloat(top),
          behavior: host.get<number>('scrollDuration') > 0 ? 'smooth' : 'instant',
        })
    })
    const scrolled = () => host.emit('scroll', { scrollTop: scroller.scrollTop })
    scroller.addEventListener('scroll', scrolled, { passive: true })
    host.onDetach(() => scroller.removeEventListener('scroll', scrolled))
  },
}

export const navigationBar: BuiltIn = {
  tag: 'navigation-bar',
  properties: {
    title: String,
    loading: Boolean,
    frontColor: String,
    backgroundColor: String,
    colorAnimationDuration: Number,
    colorAnimationTimingFunc: String,
  },
  attach(host, phone) {
    host.watch(['title', 'loading', 'frontColor', 'backgroundColor'], () => {
      const view = pageOf(host, phone)?.view
      if (!view) return
      const bar = view.navigationBar
      bar.title = host.get<string>('title') || bar.title
      bar.loading = host.get('loading')
      bar.background = host.get<string>('backgroundColor') || bar.background
      if (host.get('frontColor')) bar.text = host.get('frontColor') === '#ffffff' ? 'white' : 'black'
      phone.shell.drawPage(view)
    })
  },
}

export const pageContainer: BuiltIn = {
  tag: 'page-container',
  properties: {
    show: Boolean,
    duration: { type: Number, value: 300 },
    zIndex: { type: Number, value: 100 },
    overlay: { type: Boolean, value: true },
    position: { type: String, value: 'bottom' },
    round: Boolean,
    closeOnSlideDown: Boolean,
    overlayStyle: String,
    customStyle: String,
  },
  attach(host) {
    const overlay = document.createElement('div')
    let timer = 0
    let shown = false
    host.element.before(overlay)
    host.watch(['show', 'zIndex', 'position', 'round', 'overlay', 'overlayStyle', 'customStyle'], () => {
      const show = host.get<boolean>('show')
      const zIndex = host.get<number>('zIndex')
      const edge =
        {
          bottom: 'inset:auto 0 0',
          top: 'inset:0 0 auto',
          right: 'inset:0 0 0 auto',
          center: 'inset:50% 0 auto;transform:translateY(-50%)',
        }[host.get<string>('position')] ?? 'inset:0'
      const visible = show ? '' : 'display:none;'
      overlay.style.cssText = `position:fixed;inset:0;background:rgba(0,0,0,.5);z-index:${zIndex};${host.get('overlay') ? '' : 'background:none;'}${visible}${host.get<string>('overlayStyle')}`
      host.element.style.cssText = `position:fixed;${edge};z-index:${zIndex + 1};background:#fff;${host.get('round') ? 'border-radius:16px 16px 0 0;' : ''}${visible}${convertInlineStyle(host.get('customStyle'))}`
      if (show === shown) return
      shown = show
      host.emit(show ? 'beforeenter' : 'beforeleave', {})
      host.emit(show ? 'enter' : 'leave', {})
      window.clearTimeout(timer)
      const duration = host.get<number>('duration')
      const tell = () => host.emit(show ? 'afterenter' : 'afterleave', {})
      timer = window.setTimeout(taskTime.follow(duration, tell), duration)
    })
    overlay.addEventListener('click', () => host.emit('clickoverlay', {}))
    host.onDetach(() => {
      window.clearTimeout(timer)
      overlay.remove()
    })
  },
}
