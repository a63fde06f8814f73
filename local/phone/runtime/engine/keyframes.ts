// Decides this.animate and this.clearAnimation: 「关键帧动画」, also driven by a scroll-view.
import { findDomElement, isComponent, type Caller, type FrameworkComponent } from './glass-easel'
import { findNodes } from './selector'
import { taskTime } from '../score/task-time'

/** As an app writes it: `{ offset, ease, opacity, translate: [10, 20], rotate: 45 … }`. */
type AppKeyframe = Record<string, unknown>
interface ScrollTimeline {
  scrollSource: string
  orientation?: 'horizontal' | 'vertical'
  startScrollOffset?: number
  endScrollOffset?: number
  timeRange: number
}
interface Playing {
  frames: AppKeyframe[]
  animation: Animation
}

const TURNS = /^(rotate[XYZ]?|skew[XY]?)$/
const MOVES = /^translate(3d|[XYZ])?$/
const TRANSFORMS = /^(matrix(3d)?|rotate(3d|[XYZ])?|scale(3d|[XYZ])?|skew[XY]?|translate(3d|[XYZ])?)$/
const LENGTHS = /^(top|right|bottom|left|width|height)$/

const playing = new WeakMap<HTMLElement, Playing[]>()

/** `this.animate(selector, keyframes, duration, callback)`, or with a scroll timeline instead of the callback. */
export function animate(
  owner: Caller,
  selector: string,
  frames: AppKeyframe[],
  duration: number,
  last?: (() => void) | ScrollTimeline,
): void {
  const elements = findElements(owner, selector)
  const animations = elements.map((element) => play(element, frames, duration))
  if (typeof last === 'function') void Promise.allSettled(animations.map(({ finished }) => finished)).then(last)
  else if (last) animations.forEach((animation) => followScroll(owner, animation, last))
}

/** `this.clearAnimation(selector, options, callback)`: all that was animated, or only the properties that are named. */
export function clearAnimation(
  owner: Caller,
  selector: string,
  options?: Record<string, boolean> | (() => void),
  callback?: () => void,
): void {
  const names = typeof options === 'object' ? Object.keys(options).filter((name) => options[name]) : []
  for (const element of findElements(owner, selector)) {
    const known = playing.get(element) ?? []
    playing.delete(element)
    for (const { frames, animation } of known) {
      animation.cancel()
      const left = frames.map((frame) =>
        Object.fromEntries(Object.entries(frame).filter(([key]) => !names.includes(key))),
      )
      const hasMore = left.some((frame) => Object.keys(frame).some((key) => key !== 'offset' && key !== 'ease'))
      if (names.length > 0 && hasMore) play(element, left, 0)
    }
  }
  const done = typeof options === 'function' ? options : callback
  if (done) setTimeout(taskTime.follow(0, done))
}

function play(element: HTMLElement, frames: AppKeyframe[], duration: number): Animation {
  const animation = element.animate(frames.map(convertFrame), { duration, fill: 'forwards' })
  playing.set(element, [...(playing.get(element) ?? []), { frames, animation }])
  return animation
}

function findElements(owner: Caller, selector: string): HTMLElement[] {
  const component = isComponent(owner) ? owner : (owner as unknown as { _$: FrameworkComponent })._$
  const found = findNodes(component, selector).map((node) => findDomElement(node))
  return found.filter((element) => element !== undefined)
}

function convertFrame(frame: AppKeyframe): Keyframe {
  const converted: Keyframe = {}
  const transforms: string[] = []
  for (const [name, value] of Object.entries(frame)) {
    if (name === 'ease') converted.easing = String(value)
    else if (name === 'offset') converted.offset = Number(value)
    else if (TRANSFORMS.test(name))
      transforms.push(
        `${name}(${[value]
          .flat()
          .map((part) => unit(name, part))
          .join(', ')})`,
      )
    else converted[name] = LENGTHS.test(name) && typeof value === 'number' ? `${value}px` : String(value)
  }
  if (transforms.length > 0) converted['transform'] = transforms.join(' ')
  return converted
}

function unit(name: string, part: unknown): string {
  if (typeof part !== 'number') return String(part)
  return MOVES.test(name) ? `${part}px` : TURNS.test(name) ? `${part}deg` : String(part)
}

/** 「滚动驱动的动画」: the scroll-view's place is the animation's time. */
function followScroll(owner: Caller, animation: Animation, timeline: ScrollTimeline): void {
  const [source] = findElements(owner, timeline.scrollSource)
  if (!source) throw new Error(`this.animate: scrollSource "${timeline.scrollSource}" not found`)
  animation.pause()
  const follow = () => {
    const across = timeline.orientation === 'horizontal'
    const end = across ? source.scrollWidth - source.clientWidth : source.scrollHeight - source.clientHeight
    const { startScrollOffset = 0, endScrollOffset = end, timeRange } = timeline
    const at =
      ((across ? source.scrollLeft : source.scrollTop) - startScrollOffset) / (endScrollOffset - startScrollOffset)
    animation.currentTime = Math.min(Math.max(at, 0), 1) * timeRange
  }
  source.addEventListener('scroll', follow, { passive: true })
  follow()
}
