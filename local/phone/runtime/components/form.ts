// Decides <form> and <label>: which values are collected, and which control a label stands for.
import { hostOf, type Host } from '../engine/built-in'
import type { BuiltIn } from './built-in'
import type { BackedElement } from '../engine/backed-element'
import { isAppComponent } from '../engine/selector'

export const form: BuiltIn = {
  tag: 'form',
  properties: { reportSubmit: Boolean, reportSubmitTimeout: Number },
}

/** 「form」: bindsubmit carries the values of all named controls. */
export function submitForm(host: Host, button?: Host): void {
  const target = button && { id: button.component.id, dataset: button.component.dataset ?? {} }
  host.emit('submit', { value: collectValues(host), ...(target && { target }), formId: '' })
}

export function resetForm(host: Host): void {
  for (const control of host.builtInDescendants()) control.field?.reset()
  host.emit('reset', { target: {} })
}

function collectValues(host: Host): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  const owner = host.component.ownerShadowRoot
  for (const element of host.element.querySelectorAll<BackedElement>('*')) {
    const node = element.__wxElement
    if (!node || node.ownerShadowRoot !== owner) continue
    const control = hostOf(node)
    const data = isAppComponent(node) ? (node.data as { name?: string; value?: unknown }) : undefined
    const name = control?.field ? control.get<string>('name') : data?.name
    if (!name) continue
    if (control?.field) values[name] = control.field.read()
    else if (data && 'value' in data) values[name] = data.value
  }
  return values
}

const LABELLED = ['checkbox', 'radio', 'switch', 'button', 'input', 'textarea', 'picker']

export const label: BuiltIn = {
  tag: 'label',
  properties: { for: String },
  attach(host) {
    host.on('tap', (event) => {
      const controls = host.builtInDescendants().filter((inner) => LABELLED.includes(inner.tag))
      const origin = (event as unknown as { target?: { dataset?: object } & { _$?: unknown } }).target
      const tapped = controls.some((control) => control.component === origin)
      if (tapped) return
      const id = host.get<string>('for')
      const named = id
        ? (
            host.component.ownerShadowRoot as unknown as { querySelector(selector: string): unknown } | null
          )?.querySelector(`#${id}`)
        : undefined
      const control = named ? hostOf(named as never) : controls[0]
      control?.activate?.()
    })
  },
}
