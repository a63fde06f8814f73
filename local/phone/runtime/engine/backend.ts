// Decides how the framework's nodes become DOM: built-in tags get a wx- prefix, inline rpx is converted.
import { BUILT_IN_TAGS } from '../../built-in-tags'
import { framework } from './glass-easel'
import { ViewNode } from './view-node'

/** Converts rpx in an inline style; the other units of WXSS need no care there. */
export function convertInlineStyle(style: string): string {
  return style
    .replace(/(-?\d*\.?\d+)rpx\b/g, (_, amount: string) => `${+(Number(amount) / 7.5).toFixed(5)}vw`)
    .replace(/(-?\d*\.?\d+)vh\b/g, 'calc(var(--page-vh) * $1)')
    .replace(/\b(?:env|constant)\(\s*(safe-area-inset-\w+)/g, 'var(--$1')
}

/** The framework's DOM backend: it draws through stand-ins, in a later task, and events are left to the gesture recogniser. */
export class PhoneBackend extends framework.CurrentWindowBackendContext {
  private readonly appended = new Set<string>()

  /**
   * @param isKnown whether a tag belongs to a component of the mini program
   * @param onListener told of every event an element is listened to for
   */
  constructor(
    isKnown: (tag: string) => boolean,
    private readonly onListener: (element: Element, type: string) => void,
  ) {
    super()
    this.document = {
      createElement: (tag: string) => new ViewNode(createElement(tag, isKnown)),
      createTextNode: (text: string) => new ViewNode(document.createTextNode(text)),
      createDocumentFragment: () => new ViewNode(undefined),
    } as unknown as typeof this.document
  }

  override setListenerStats(element: unknown, type: string): void {
    // Every event is recognised at the document (see gestures.ts).
    if (element) this.onListener((element as ViewNode).dom as Element, type)
  }

  override setModelBindingStat(): void {
    // Built-in components are components: they tell what was typed themselves.
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
