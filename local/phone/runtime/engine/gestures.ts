// Decides which WeChat events a finger or a mouse makes: touch events, tap, long press, and the ends of transitions.
import { taskTime } from '../score/task-time'
import type { BackedElement } from './backed-element'
import { findFrameworkElement, framework, type FrameworkElement } from './glass-easel'

/** A finger that moved further than this is not tapping (px). */
const TAP_DISTANCE = 10
/** 「事件分类」: longpress comes when a finger stays longer than this (ms). */
const LONGPRESS_DELAY = 350
const MOUSE_FINGER = 0
const TOUCH_TYPES = ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const
const FORWARDED = ['transitionend', 'animationstart', 'animationiteration', 'animationend'] as const
type TouchType = (typeof TOUCH_TYPES)[number]

/** One finger as an app sees it, relative to the page's area. */
export interface Finger {
  identifier: number
  clientX: number
  clientY: number
}

interface Press {
  x: number
  y: number
  timer: number
  /** True once a listener took the long press: then no tap follows. */
  longpressed: boolean
}

/** Turns the document's pointer input into framework events. */
export class Gestures {
  private readonly presses = new Map<number, Press>()
  private readonly fingers = new Map<number, Finger>()
  private mouseTarget: Element | null = null
  private lastTouch = 0
  /** Brings back the moment at which the finger came down. */
  private resume = taskTime.keep()

  constructor(root: Document) {
    for (const type of TOUCH_TYPES)
      root.addEventListener(type, (event) => this.onTouch(type, event), { passive: false })
    for (const type of FORWARDED) root.addEventListener(type, (event) => dispatch(event.target, type, {}, {}))
    root.addEventListener('mousedown', (event) => this.onMouse('touchstart', event))
    root.addEventListener('mousemove', (event) => this.onMouse('touchmove', event))
    root.addEventListener('mouseup', (event) => this.onMouse('touchend', event))
  }

  /** Plays one touch event on an element, as a finger would. */
  play(target: Element, type: TouchType, changed: Finger[], still: Finger[] = changed): boolean {
    const ended = type === 'touchend' || type === 'touchcancel'
    const touches = ended ? still.filter((finger) => !changed.includes(finger)) : still
    const extra = {
      touches: touches.map((finger) => describeFinger(target, finger)),
      changedTouches: changed.map((finger) => describeFinger(target, finger)),
    }
    // What a finger does is one thing, however long the machine takes between its touch and its release.
    if (type === 'touchstart') {
      taskTime.act()
      this.resume = taskTime.keep()
    } else this.resume()
    const prevented = dispatch(target, type, {}, extra)
    for (const finger of changed) {
      if (type === 'touchstart') this.press(target, finger, extra)
      if (type === 'touchmove') this.move(finger)
      if (ended) this.release(target, finger, type, extra)
    }
    return prevented
  }

  private onTouch(type: TouchType, event: TouchEvent): void {
    this.lastTouch = event.timeStamp
    if (!(event.target instanceof Element)) return
    const prevented = this.play(
      event.target,
      type,
      [...event.changedTouches],
      [...event.touches, ...event.changedTouches],
    )
    if (prevented && event.cancelable) event.preventDefault()
  }

  /** A mouse is a single finger; the mouse events a browser makes after a touch are ignored. */
  private onMouse(type: TouchType, event: MouseEvent): void {
    const emulated = this.lastTouch > 0 && event.timeStamp - this.lastTouch < 1000
    if (emulated || event.button !== 0 || !(event.target instanceof Element)) return
    if (type === 'touchstart') this.mouseTarget = event.target
    if (!this.mouseTarget) return
    const target = this.mouseTarget
    if (type === 'touchend') this.mouseTarget = null
    this.play(target, type, [{ identifier: MOUSE_FINGER, clientX: event.clientX, clientY: event.clientY }])
  }

  private press(target: Element, finger: Finger, extra: Record<string, unknown>): void {
    const press: Press = { x: finger.clientX, y: finger.clientY, timer: 0, longpressed: false }
    const detail = describePoint(target, finger)
    const { resume } = this
    press.timer = window.setTimeout(() => {
      resume()
      const heard = () => {
        press.longpressed = true
      }
      dispatch(target, 'longpress', detail, extra, heard)
      dispatch(target, 'longtap', detail, extra, heard)
    }, LONGPRESS_DELAY)
    this.presses.set(finger.identifier, press)
    this.fingers.set(finger.identifier, finger)
  }

  private move(finger: Finger): void {
    const press = this.presses.get(finger.identifier)
    if (!press || Math.hypot(finger.clientX - press.x, finger.clientY - press.y) <= TAP_DISTANCE) return
    window.clearTimeout(press.timer)
    this.presses.delete(finger.identifier)
  }

  private release(target: Element, finger: Finger, type: TouchType, extra: Record<string, unknown>): void {
    this.move(finger)
    const press = this.presses.get(finger.identifier)
    this.presses.delete(finger.identifier)
    if (!press) return
    window.clearTimeout(press.timer)
    if (type === 'touchcancel' || press.longpressed || isDisabled(target)) return
    // 「事件对象」: a tap still names the finger that made it.
    dispatch(target, 'tap', describePoint(target, finger), { ...extra, touches: extra['changedTouches'] })
  }
}

/** A disabled button is deaf: 「button · disabled」. */
function isDisabled(target: Element): boolean {
  return target.closest('wx-button[disabled]') !== null
}

function pageOrigin(target: Element): { left: number; top: number } {
  return (target.closest('.page-area') ?? document.documentElement).getBoundingClientRect()
}

function describeFinger(target: Element, finger: Finger): Record<string, number> {
  const { left, top } = pageOrigin(target)
  const scroller = target.closest('wx-page')
  const clientX = finger.clientX - left
  const clientY = finger.clientY - top
  const canvas = target.closest('wx-canvas')?.getBoundingClientRect()
  return {
    identifier: finger.identifier,
    clientX,
    clientY,
    pageX: clientX + (scroller?.scrollLeft ?? 0),
    pageY: clientY + (scroller?.scrollTop ?? 0),
    force: 1,
    ...(canvas && { x: finger.clientX - canvas.left, y: finger.clientY - canvas.top }),
  }
}

function describePoint(target: Element, finger: Finger): { x: number; y: number } {
  const { pageX = 0, pageY = 0 } = describeFinger(target, finger)
  return { x: pageX, y: pageY }
}

/**
 * Sends a bubbling framework event from a DOM target.
 * @param onHeard called once for every listener that ran
 * @returns whether a listener stopped the browser's own action (`catch` on touchmove stops scrolling)
 */
function dispatch(
  target: EventTarget | null,
  type: string,
  detail: unknown,
  extraFields: Record<string, unknown>,
  onHeard?: () => void,
): boolean {
  const element: FrameworkElement | undefined = findFrameworkElement(target as BackedElement | null)
  if (!element) return false
  const event = new framework.Event(type, detail, {
    bubbles: true,
    composed: true,
    capturePhase: true,
    extraFields,
    // In WeChat a listener's return value decides nothing; only catch and mut-bind stop an event.
    handleListenerReturn: () => {
      onHeard?.()
    },
  })
  framework.Event.dispatchEvent(element, event)
  return event.defaultPrevented()
}
