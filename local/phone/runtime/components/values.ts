// Decides progress, slider and rich-text.
import { convertInlineStyle } from '../engine/backend'
import type { BuiltIn } from './built-in'

export const progress: BuiltIn = {
  tag: 'progress',
  properties: {
    percent: Number,
    showInfo: Boolean,
    borderRadius: null,
    fontSize: null,
    strokeWidth: { type: null, value: 6 },
    color: String,
    activeColor: { type: String, value: '#09BB07' },
    backgroundColor: { type: String, value: '#EBEBEB' },
    active: Boolean,
    activeMode: String,
    duration: Number,
  },
  attach(host) {
    host.element.insertAdjacentHTML('beforeend', '<i><i></i></i><span></span>')
    const [track, info] = [host.element.firstElementChild as HTMLElement, host.element.lastElementChild as HTMLElement]
    host.watch(
      ['percent', 'showInfo', 'strokeWidth', 'color', 'activeColor', 'backgroundColor', 'borderRadius'],
      () => {
        const percent = Math.min(100, Math.max(0, host.get<number>('percent')))
        const radius = parseFloat(String(host.get('borderRadius'))) || 0
        track.style.cssText = `height:${parseFloat(String(host.get('strokeWidth')))}px;background:${host.get<string>('backgroundColor')};border-radius:${radius}px`
        ;(track.firstElementChild as HTMLElement).style.cssText =
          `width:${percent}%;background:${host.get<string>('color') || host.get<string>('activeColor')}`
        info.textContent = host.get('showInfo') ? `${percent}%` : ''
      },
    )
  },
}

export const slider: BuiltIn = {
  tag: 'slider',
  properties: {
    min: Number,
    max: { type: Number, value: 100 },
    step: { type: Number, value: 1 },
    disabled: Boolean,
    value: Number,
    color: String,
    selectedColor: String,
    activeColor: { type: String, value: '#1aad19' },
    backgroundColor: String,
    blockSize: Number,
    blockColor: String,
    showValue: Boolean,
    name: String,
  },
  attach(host) {
    const field = Object.assign(document.createElement('input'), { type: 'range' })
    host.element.append(field)
    host.watch(['min', 'max', 'step', 'disabled', 'value', 'activeColor'], () => {
      Object.assign(field, {
        min: String(host.get('min')),
        max: String(host.get('max')),
        step: String(host.get('step')),
        disabled: host.get('disabled'),
      })
      field.value = String(host.get('value'))
      host.element.style.setProperty('--control', host.get('activeColor'))
    })
    const slideTo = (value: number, done: boolean) => {
      host.assign('value', value)
      host.emit(done ? 'change' : 'changing', { value })
    }
    field.addEventListener('input', (event) => {
      event.stopPropagation()
      slideTo(Number(field.value), false)
    })
    field.addEventListener('change', (event) => {
      event.stopPropagation()
      slideTo(Number(field.value), true)
    })
    host.actions['slider.slideTo'] = (value: number) => slideTo(value, true)
    host.field = { read: () => host.get<number>('value'), reset: () => host.assign('value', host.get('min')) }
  },
}

interface RichNode {
  type?: 'node' | 'text'
  name?: string
  attrs?: Record<string, string | undefined>
  children?: RichNode[]
  text?: string
}
/** 「rich-text」: tags it trusts; others are left out with their content. */
const TRUSTED = new Set(
  'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del div dl dt em fieldset font footer h1 h2 h3 h4 h5 h6 header hr i img ins label legend li mark nav ol p pre q rt ruby s section small span strong sub sup table tbody td tfoot th thead tr tt u ul'.split(
    ' ',
  ),
)
const TRUSTED_ATTRIBUTES = new Set([
  'class',
  'style',
  'alt',
  'src',
  'height',
  'width',
  'colspan',
  'rowspan',
  'start',
  'type',
  'dir',
  'span',
  'align',
])

export const richText: BuiltIn = {
  tag: 'rich-text',
  properties: { nodes: null, space: String, userSelect: Boolean, mode: String },
  attach(host) {
    host.watch(['nodes', 'space'], () => {
      const nodes = host.get<RichNode[] | string | null>('nodes') ?? []
      host.element.style.whiteSpace = host.get<string>('space') ? 'pre-wrap' : ''
      host.element.replaceChildren(...(typeof nodes === 'string' ? parseRichText(nodes) : nodes).flatMap(drawRichNode))
    })
  },
}

function parseRichText(html: string): RichNode[] {
  const convert = (node: ChildNode): RichNode[] => {
    if (node instanceof Text) return [{ type: 'text', text: node.data }]
    if (!(node instanceof Element)) return []
    const attrs = Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]))
    return [{ name: node.localName, attrs, children: [...node.childNodes].flatMap(convert) }]
  }
  return [...new DOMParser().parseFromString(html, 'text/html').body.childNodes].flatMap(convert)
}

function drawRichNode(node: RichNode): Node[] {
  if (node.type === 'text') return [document.createTextNode(node.text ?? '')]
  const name = node.name?.toLowerCase() ?? ''
  if (!TRUSTED.has(name)) return []
  const element = document.createElement(name)
  for (const [attribute, value] of Object.entries(node.attrs ?? {})) {
    if (TRUSTED_ATTRIBUTES.has(attribute) && value !== undefined)
      element.setAttribute(attribute, attribute === 'style' ? convertInlineStyle(value) : String(value))
  }
  element.append(...(node.children ?? []).flatMap(drawRichNode))
  return [element]
}
