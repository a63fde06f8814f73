// Decides how the framework's nodes become DOM: built-in tags get a wx- prefix, inline rpx is converted, unknown tags are labelled.
import { BUILT_IN_TAGS } from '../../built-in-tags'
import { framework } from './glass-easel'

/** Converts rpx in an inline style; the other units of WXSS need no care there. */
export function convertInlineStyle(style: string): string {
  return style
    .replace(/(-?\d*\.?\d+)rpx\b/g, (_, amount: string) => `${+(Number(amount) / 7.5).toFixed(5)}vw`)
    .replace(/(-?\d*\.?\d+)vh\b/g, 'calc(var(--page-vh) * $1)')
    .replace(/\b(?:env|constant)\(\s*(safe-area-inset-\w+)/g, 'var(--$1')
}

/** The framework's DOM backend, with events left to the gesture recogniser. */
export class PhoneBackend extends framework.CurrentWindowBackendContext {
  private readonly appended = new Set<string>()

  /** @param isKnown whether a tag belongs to a component of the mini program */
  constructor(isKnown: (tag: string) => boolean) {
    super()
    const create = (tag: string) => createElement(tag, isKnown)
    this.document = {
      createElement: create,
      createTextNode: (text: string) => document.createTextNode(text),
      createDocumentFragment: () => document.createDocumentFragment(),
    } as unknown as typeof this.document
  }

  override setListenerStats(): void {
    // Every event is recognised at the document (see gestures.ts).
  }

  /** All pages share one document: a sheet is added once. */
  override appendStyleSheetPath(path: string, scope?: number): number {
    if (this.appended.has(path)) return 0
    this.appended.add(path)
    return super.appendStyleSheetPath(path, scope)
  }
}

const toldUnknown = new Set<string>()

function createElement(tag: string, isKnown: (tag: string) => boolean): HTMLElement {
  const builtIn = BUILT_IN_TAGS.has(tag)
  const element = document.createElement(builtIn ? `wx-${tag}` : tag)
  if (!builtIn && !isKnown(tag)) {
    element.setAttribute('data-unknown-component', tag)
    if (!toldUnknown.has(tag)) console.error(`unknown component <${tag}>`)
    toldUnknown.add(tag)
  }
  const setAttribute = element.setAttribute.bind(element)
  element.setAttribute = (name: string, value: string) => {
    setAttribute(name, name === 'style' ? convertInlineStyle(value) : value)
  }
  return element
}
