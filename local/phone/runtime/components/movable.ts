// Decides <movable-view>: how a finger drags it, how far, and what it tells.
import type { Host } from '../engine/built-in'
import type { BuiltIn } from './built-in'

/** How far a finger moves before the drag has a direction (px). */
const DIRECTION_DISTANCE = 2
/** Beyond the edge the view follows the finger only in part: 「movable-view · out-of-bounds」. */
const OVERSHOOT = 0.5

interface Place {
  x: number
  y: number
}
type Axis = 'x' | 'y'

export const movableArea: BuiltIn = { tag: 'movable-area', properties: { scaleArea: Boolean } }

export const movableView: BuiltIn = {
  tag: 'movable-view',
  properties: {
    direction: { type: String, value: 'none' },
    x: null,
    y: null,
    disabled: Boolean,
    inertia: Boolean,
    outOfBounds: Boolean,
    damping: { type: Number, value: 20 },
    friction: { type: Number, value: 2 },
    animation: { type: Boolean, value: true },
    scale: Boolean,
    scaleMin: { type: Number, value: 0.5 },
    scaleMax: { type: Number, value: 10 },
    scaleValue: { type: Number, value: 1 },
  },
  attach(host) {
    const place: Place = { x: 0, y: 0 }
    const draw = () => {
      const zoom = host.get('scale') ? ` scale(${limitedScale(host)})` : ''
      host.element.style.transform = `translate(${place.x}px, ${place.y}px)${zoom}`
    }
    const move = (to: Place, source: string) => {
      if (to.x === place.x && to.y === place.y) return
      Object.assign(place, to)
      draw()
      host.emit('change', { ...place, source })
    }
    host.watch(['x', 'y'], () => {
      Object.assign(place, { x: pixels(host.get('x')), y: pixels(host.get('y')) })
      draw()
    })
    host.watch(['scale', 'scaleValue'], () => {
      draw()
      if (host.get('scale') && limitedScale(host) !== 1) host.emit('scale', { ...place, scale: limitedScale(host) })
    })
    attachDrag(host, place, move)
    host.actions['movable-view.moveTo'] = (x: number, y: number) => move({ x, y }, 'touch')
  },
}

function attachDrag(host: Host, place: Place, move: (to: Place, source: string) => void): void {
  let start: { finger: Place; place: Place; told: boolean } | undefined
  const axes = (): Axis[] =>
    (({ all: ['x', 'y'], horizontal: ['x'], vertical: ['y'] })[host.get<string>('direction')] as Axis[] | undefined) ??
    []
  const follow = (finger: Place, free: boolean): Place => {
    const to = { ...place }
    for (const axis of start ? axes() : []) {
      const wanted = (start?.place[axis] ?? 0) + finger[axis] - (start?.finger[axis] ?? 0)
      const inside = clamp(wanted, limits(host, axis))
      to[axis] = free ? inside + (wanted - inside) * OVERSHOOT : inside
    }
    return to
  }
  const isOutside = (at: Place) => axes().some((axis) => clamp(at[axis], limits(host, axis)) !== at[axis])
  host.on('touchstart', (event) => {
    start = { finger: fingerOf(event, 'touches'), place: { ...place }, told: false }
  })
  host.on('touchmove', (event) => {
    if (!start || host.get('disabled')) return
    const finger = fingerOf(event, 'touches')
    const [across, down] = [Math.abs(finger.x - start.finger.x), Math.abs(finger.y - start.finger.y)]
    if (!start.told && Math.max(across, down) >= DIRECTION_DISTANCE) {
      start.told = true
      host.emit(across > down ? 'htouchmove' : 'vtouchmove', {}, { bubbles: true })
    }
    const to = follow(finger, host.get('outOfBounds'))
    move(to, isOutside(to) ? 'touch-out-of-bounds' : 'touch')
  })
  const end = (event: unknown) => {
    if (start && !host.get('disabled')) move(follow(fingerOf(event, 'changedTouches'), false), 'out-of-bounds')
    start = undefined
  }
  host.on('touchend', end)
  host.on('touchcancel', end)
}

/** A smaller view stays inside its area; a larger one keeps covering it. */
function limits(host: Host, axis: Axis): [low: number, high: number] {
  const area = host.element.parentElement
  const name = axis === 'x' ? 'Width' : 'Height'
  const room = (area?.[`client${name}`] ?? 0) - host.element[`offset${name}`]
  return [Math.min(0, room), Math.max(0, room)]
}

function limitedScale(host: Host): number {
  return clamp(host.get('scaleValue'), [host.get('scaleMin'), host.get('scaleMax')])
}

function clamp(value: number, [low, high]: [number, number]): number {
  return Math.min(Math.max(value, low), high)
}

function fingerOf(event: unknown, list: 'touches' | 'changedTouches'): Place {
  const finger = (event as Record<string, { clientX: number; clientY: number }[] | undefined>)[list]?.[0]
  return { x: finger?.clientX ?? 0, y: finger?.clientY ?? 0 }
}

/** A number, or a text such as `10px` or `20rpx`. */
function pixels(value: unknown): number {
  const amount = parseFloat(String(value ?? 0)) || 0
  return /rpx$/.test(String(value)) ? (amount * window.innerWidth) / 750 : amount
}
