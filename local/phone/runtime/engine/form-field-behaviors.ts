// Decides what the behaviors with a wx:// name are: WeChat gives them to components by string.
import { tellOnce } from '../api/unsupported'
import type { Space } from './space'

type Behavior = unknown
const FORM_FIELD = 'wx://form-field'
const made = new WeakMap<Space, Map<string, Behavior>>()

/** Replaces `wx://…` names in a definition by behaviors; other names are told and do nothing. */
export function convertBehaviors(definition: Record<string, unknown>, space: Space): Record<string, unknown> {
  const { behaviors } = definition
  if (!Array.isArray(behaviors)) return definition
  const convert = (behavior: unknown) => (typeof behavior === 'string' ? builtInBehavior(behavior, space) : behavior)
  return Object.assign(definition, { behaviors: behaviors.map(convert).filter((behavior) => behavior !== undefined) })
}

function builtInBehavior(name: string, space: Space): Behavior {
  const known = made.get(space) ?? new Map<string, Behavior>()
  made.set(space, known)
  if (known.has(name)) return known.get(name)
  const properties = name === FORM_FIELD ? { name: String, value: null } : {}
  if (!/^wx:\/\/(form-field|form-field-group|form-field-button|component-export|proxy-scroll-view)$/.test(name)) {
    tellOnce(`behavior "${name}"`)
  }
  const behavior = space.code.componentEnv('', (environment) =>
    environment.Behavior({ properties } as never),
  ) as Behavior
  known.set(name, behavior)
  return behavior
}
