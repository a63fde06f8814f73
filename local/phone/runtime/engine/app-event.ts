// Decides what a listener of the app is given: 「事件对象」, plain data that can be stored, sent and printed.
import { findDomElement, isComponent, type FrameworkComponent, type FrameworkElement } from './glass-easel'

/** The framework's event, as far as an app sees it. */
export interface FrameworkEvent {
  type: string
  timeStamp: number
  detail: unknown
  target: unknown
  currentTarget: unknown
  mark: unknown
  touches?: unknown
  changedTouches?: unknown
}
interface AppEventTarget {
  id: string
  offsetLeft: number
  offsetTop: number
  dataset: Record<string, unknown>
}
export interface AppEvent extends Omit<FrameworkEvent, 'target' | 'currentTarget'> {
  target: AppEventTarget | undefined
  currentTarget: AppEventTarget | undefined
}

/** Copies what is documented; `touches` only where there are fingers. */
export function toAppEvent(event: FrameworkEvent): AppEvent {
  const { type, timeStamp, detail, mark, touches, changedTouches } = event
  return {
    type,
    timeStamp,
    target: describeTarget(event.target),
    currentTarget: describeTarget(event.currentTarget),
    mark,
    detail,
    ...(touches !== undefined && { touches, changedTouches }),
  }
}

/** A listener's target is a node, or the `this` of a component. */
export function nodeOf(value: unknown): FrameworkElement | undefined {
  if (isComponent(value)) return value
  return (value as { _$?: FrameworkComponent } | undefined)?._$ ?? (value as FrameworkElement | undefined)
}

function describeTarget(value: unknown): AppEventTarget | undefined {
  const node = nodeOf(value)
  if (!node) return undefined
  const element = findDomElement(node)
  return {
    id: node.id,
    offsetLeft: element?.offsetLeft ?? 0,
    offsetTop: element?.offsetTop ?? 0,
    dataset: { ...(node.dataset as Record<string, unknown> | undefined) },
  }
}
