// Decides switch, checkbox and radio with their groups.
import type { Host } from '../engine/built-in'
import type { BuiltIn } from './built-in'

const GREEN = '#09bb07'

function drawControl(host: Host, mark: HTMLElement): void {
  host.watch(['checked', 'color', 'disabled'], () => {
    mark.toggleAttribute('data-on', host.get('checked'))
    host.element.style.setProperty('--control', host.get<string>('color') || GREEN)
    host.element.style.opacity = host.get('disabled') ? '.6' : ''
    host.element.setAttribute('aria-checked', String(host.get<boolean>('checked')))
  })
}

function addMark(host: Host): HTMLElement {
  const mark = document.createElement('i')
  host.element.prepend(mark)
  return mark
}

const toggle: BuiltIn = {
  tag: 'switch',
  properties: {
    checked: Boolean,
    disabled: Boolean,
    type: { type: String, value: 'switch' },
    color: { type: String, value: '#04be02' },
    name: String,
  },
  attach(host) {
    const mark = addMark(host)
    host.watch(['type'], () => mark.toggleAttribute('data-checkbox', host.get('type') === 'checkbox'))
    drawControl(host, mark)
    const flip = () => {
      const value = !host.get<boolean>('checked')
      host.assign('checked', value)
      host.emit('change', { value })
    }
    host.onTap(flip)
    host.activate = flip
    host.actions['switch.tap'] = flip
    host.field = { read: () => host.get<boolean>('checked'), reset: () => host.assign('checked', false) }
  },
}

function choice(tag: 'checkbox' | 'radio'): BuiltIn {
  return {
    tag,
    properties: {
      value: String,
      checked: Boolean,
      disabled: Boolean,
      color: { type: String, value: GREEN },
      name: String,
    },
    attach(host) {
      drawControl(host, addMark(host))
      const choose = () => {
        const group = host.closest(`${tag}-group`)
        if (tag === 'radio' && host.get('checked')) return
        for (const other of tag === 'radio' && group ? group.descendants('radio') : [])
          if (other !== host) other.assign('checked', false)
        host.assign('checked', tag === 'radio' || !host.get<boolean>('checked'))
        if (group) group.emit('change', { value: readGroup(group, tag) })
      }
      host.onTap(choose)
      host.activate = choose
    },
  }
}

function readGroup(group: Host, tag: 'checkbox' | 'radio'): unknown {
  const values = group
    .descendants(tag)
    .filter((item) => item.get<boolean>('checked'))
    .map((item) => item.get<string>('value'))
  return tag === 'checkbox' ? values : (values[0] ?? '')
}

function group(tag: 'checkbox' | 'radio'): BuiltIn {
  return {
    tag: `${tag}-group`,
    properties: { name: String },
    attach(host) {
      host.field = {
        read: () => readGroup(host, tag),
        reset: () => host.descendants(tag).forEach((item) => item.assign('checked', false)),
      }
    },
  }
}

export const choices: BuiltIn[] = [toggle, choice('checkbox'), choice('radio'), group('checkbox'), group('radio')]
