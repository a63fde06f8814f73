// Decides <swiper> and <swiper-item>: slides, dots, autoplay and swiping.
import type { Host } from '../engine/built-in'
import type { BuiltIn } from './built-in'
import { taskTime } from '../score/task-time'

/** How far a finger moves before the slide changes (px). */
const SWIPE_DISTANCE = 40

export const swiperItem: BuiltIn = { tag: 'swiper-item', properties: { itemId: String, skipHiddenItemLayout: Boolean } }

export const swiper: BuiltIn = {
  tag: 'swiper',
  properties: {
    indicatorDots: Boolean,
    indicatorColor: { type: String, value: 'rgba(0, 0, 0, .3)' },
    indicatorActiveColor: { type: String, value: '#000000' },
    autoplay: Boolean,
    current: Number,
    currentItemId: String,
    interval: { type: Number, value: 5000 },
    duration: { type: Number, value: 500 },
    circular: Boolean,
    vertical: Boolean,
    previousMargin: String,
    nextMargin: String,
    displayMultipleItems: { type: Number, value: 1 },
    skipHiddenItemLayout: Boolean,
    easingFunction: String,
    snapToEdge: Boolean,
    disableTouch: Boolean,
  },
  attach(host) {
    const dots = document.createElement('div')
    dots.className = 'swiper-dots'
    host.element.append(dots)
    const items = () =>
      [...host.element.children].filter((child): child is HTMLElement => child.localName === 'wx-swiper-item')
    const draw = () => drawSlides(host, items(), dots)
    host.watch(
      [
        'current',
        'vertical',
        'duration',
        'indicatorDots',
        'indicatorColor',
        'indicatorActiveColor',
        'displayMultipleItems',
      ],
      draw,
    )
    const observer = new MutationObserver(draw)
    observer.observe(host.element, { childList: true })
    const goTo = (index: number, source: string) => {
      const count = items().length
      const next = host.get('circular') ? (index + count) % count : Math.min(Math.max(index, 0), count - 1)
      if (next === host.get<number>('current')) return
      host.assign('current', next)
      draw()
      const detail = { current: next, source, currentItemId: '' }
      host.emit('change', detail)
      const duration = host.get<number>('duration')
      window.setTimeout(
        taskTime.follow(duration, () => host.emit('animationfinish', detail)),
        duration,
      )
    }
    let timer = 0
    host.watch(['autoplay', 'interval'], () => {
      window.clearInterval(timer)
      if (host.get('autoplay'))
        timer = window.setInterval(
          () => goTo((host.get<number>('current') + 1) % (items().length || 1), 'autoplay'),
          host.get<number>('interval'),
        )
    })
    host.onDetach(() => {
      window.clearInterval(timer)
      observer.disconnect()
    })
    listenSwipes(host, (step) => goTo(host.get<number>('current') + step, 'touch'))
    host.actions['swiper.swipeTo'] = (index: number) => goTo(index, 'touch')
  },
}

function drawSlides(host: Host, items: HTMLElement[], dots: HTMLElement): void {
  const current = host.get<number>('current')
  const vertical = host.get<boolean>('vertical')
  const share = 100 / (host.get<number>('displayMultipleItems') || 1)
  items.forEach((item, index) => {
    const offset = `${(index - current) * 100}%`
    const size = vertical ? `width:100%;height:${share}%` : `width:${share}%;height:100%`
    item.style.cssText = `position:absolute;left:0;top:0;${size};transform:${vertical ? `translateY(${offset})` : `translateX(${offset})`};transition:transform ${host.get<number>('duration')}ms`
  })
  dots.hidden = !host.get<boolean>('indicatorDots')
  dots.replaceChildren(
    ...items.map((_, index) => {
      const dot = document.createElement('i')
      dot.style.background = host.get(index === current ? 'indicatorActiveColor' : 'indicatorColor')
      return dot
    }),
  )
}

function listenSwipes(host: Host, swipe: (step: number) => void): void {
  const position = (event: unknown, list: 'touches' | 'changedTouches') => {
    const finger = (event as Record<string, { clientX: number; clientY: number }[] | undefined>)[list]?.[0]
    return (host.get('vertical') ? finger?.clientY : finger?.clientX) ?? 0
  }
  let start = 0
  host.on('touchstart', (event) => {
    start = position(event, 'touches')
  })
  host.on('touchend', (event) => {
    const distance = position(event, 'changedTouches') - start
    if (!host.get('disableTouch') && Math.abs(distance) > SWIPE_DISTANCE) swipe(distance < 0 ? 1 : -1)
  })
}
