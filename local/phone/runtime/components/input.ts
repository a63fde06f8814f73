// Decides <input> and <textarea>: typing, limits, focus and two-way binding.
import { convertInlineStyle } from '../engine/backend'
import type { Host, PropertySpec } from '../engine/built-in'
import type { BuiltIn } from './built-in'

/** 「input · maxlength」: the length allowed without the attribute. */
const DEFAULT_LENGTH = 140
const KEYBOARDS: Record<string, string> = {
  number: 'numeric',
  digit: 'decimal',
  idcard: 'text',
  nickname: 'text',
  text: 'text',
}

const PROPERTIES: Record<string, PropertySpec> = {
  value: null,
  name: String,
  type: { type: String, value: 'text' },
  password: Boolean,
  placeholder: String,
  placeholderStyle: String,
  placeholderClass: { type: String, value: 'input-placeholder' },
  disabled: Boolean,
  maxlength: { type: Number, value: DEFAULT_LENGTH },
  focus: Boolean,
  autoFocus: Boolean,
  autoHeight: Boolean,
  confirmType: { type: String, value: 'done' },
  confirmHold: Boolean,
  alwaysEmbed: Boolean,
  cursor: { type: Number, value: -1 },
  cursorColor: String,
  cursorSpacing: null,
  selectionStart: { type: Number, value: -1 },
  selectionEnd: { type: Number, value: -1 },
  adjustPosition: { type: Boolean, value: true },
  adjustKeyboardTo: String,
  holdKeyboard: Boolean,
  fixed: Boolean,
  showConfirmBar: { type: Boolean, value: true },
  disableDefaultPadding: Boolean,
  safePasswordCertPath: String,
  safePasswordLength: Number,
  safePasswordTimeStamp: Number,
  safePasswordNonce: String,
  safePasswordSalt: String,
  safePasswordCustomHash: String,
}

export const input: BuiltIn = {
  tag: 'input',
  properties: PROPERTIES,
  attach: (host) => attachField(host, document.createElement('input')),
}
export const textarea: BuiltIn = {
  tag: 'textarea',
  properties: PROPERTIES,
  attach: (host) => attachField(host, document.createElement('textarea')),
}

function attachField(host: Host, field: HTMLInputElement | HTMLTextAreaElement): void {
  const placeholder = document.createElement('div')
  host.element.append(placeholder, field)
  const current = () => String(host.get<unknown>('value') ?? '')
  const draw = () => {
    if (field.value !== current()) field.value = current()
    placeholder.style.display = field.value === '' ? '' : 'none'
    fitHeight(host, field)
  }
  host.watch(['value'], draw)
  host.watch(['placeholder', 'placeholderClass', 'placeholderStyle'], () => {
    placeholder.textContent = host.get('placeholder')
    const scope = styleScopePrefix(host)
    const names = host.get<string>('placeholderClass').split(/\s+/).filter(Boolean)
    placeholder.className = [
      'field-placeholder',
      ...names,
      ...(scope ? names.map((name) => `${scope}--${name}`) : []),
    ].join(' ')
    placeholder.setAttribute(
      'style',
      `${convertInlineStyle(host.get('placeholderStyle'))};${field.value === '' ? '' : 'display:none'}`,
    )
    field.setAttribute('aria-label', host.get<string>('ariaLabel') || host.get('placeholder'))
  })
  host.watch(['disabled', 'password', 'type', 'maxlength', 'confirmType'], () => {
    field.disabled = host.get('disabled')
    field.inputMode = KEYBOARDS[host.get<string>('type')] ?? 'text'
    field.enterKeyHint = host.get<string>('confirmType') as 'done'
    if (field instanceof HTMLInputElement)
      field.type = host.get('password') || host.get('type') === 'safe-password' ? 'password' : 'text'
    const limit = host.get<number>('maxlength')
    if (limit >= 0) field.maxLength = limit
    else field.removeAttribute('maxlength')
  })
  host.watch(['focus'], () => {
    if (host.get('focus')) field.focus({ preventScroll: true })
    else if (document.activeElement === field) field.blur()
  })
  if (host.get('autoFocus')) setTimeout(() => field.focus({ preventScroll: true }))
  listen(host, field, draw)
  host.field = { read: current, reset: () => host.assign('value', '') }
  host.activate = () => field.focus()
  host.actions[`${host.tag}.input`] = (value: unknown) => {
    const limit = host.get<number>('maxlength')
    field.focus({ preventScroll: true })
    field.value = limit >= 0 ? String(value).slice(0, limit) : String(value)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
}

/** The class prefix of the component whose template holds this field. */
function styleScopePrefix(host: Host): string | undefined {
  const owner = host.component.ownerShadowRoot?.getHostNode()
  const scope = owner?.getComponentOptions().styleScope
  return scope === undefined || scope === null
    ? undefined
    : owner?.getRootBehavior().ownerSpace.styleScopeManager.queryName(scope)
}

function listen(host: Host, field: HTMLInputElement | HTMLTextAreaElement, draw: () => void): void {
  const own = (event: Event) => event.stopPropagation()
  const details = () => ({ value: field.value, cursor: field.selectionStart ?? field.value.length })
  field.addEventListener('input', (event) => {
    own(event)
    if ((event as InputEvent).isComposing) return
    host.assign('value', field.value)
    draw()
    host.emit('input', { ...details(), keyCode: 0 })
  })
  field.addEventListener('compositionend', () => field.dispatchEvent(new Event('input')))
  field.addEventListener('change', own)
  field.addEventListener('focus', () => host.emit('focus', { ...details(), height: 0 }))
  field.addEventListener('blur', () => {
    host.emit('blur', { ...details(), encryptedValue: '', encryptError: '' })
    if (host.get('type') === 'nickname') host.emit('nicknamereview', { pass: true, timeout: false })
  })
  field.addEventListener('keydown', (event) => {
    if ((event as KeyboardEvent).key !== 'Enter') return
    if (field instanceof HTMLTextAreaElement && host.get('confirmType') === 'return') return
    host.emit('confirm', details())
    if (field instanceof HTMLInputElement && !host.get('confirmHold')) field.blur()
  })
}

/** 「textarea · auto-height」, with the line count it tells. */
function fitHeight(host: Host, field: HTMLInputElement | HTMLTextAreaElement): void {
  if (!(field instanceof HTMLTextAreaElement) || !host.get('autoHeight')) return
  field.style.height = 'auto'
  const height = field.scrollHeight
  field.style.height = '100%'
  const style = getComputedStyle(host.element)
  const padding = parseFloat(style.paddingTop) + parseFloat(style.paddingBottom)
  const next = `${height + (style.boxSizing === 'border-box' ? padding : 0)}px`
  if (host.element.style.height === next) return
  host.element.style.height = next
  const lineHeight = parseFloat(style.lineHeight) || 20
  host.emit('linechange', {
    height,
    heightRpx: (height * 750) / window.innerWidth,
    lineCount: Math.round(height / lineHeight),
    lineHeight,
  })
}
