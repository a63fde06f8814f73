// Decides the components that only hold others: view, text, cover-view, root-portal and match-media.
import { HOVER } from '../engine/built-in'
import type { BuiltIn } from './built-in'

export const view: BuiltIn = { tag: 'view', properties: HOVER(400) }

export const coverView: BuiltIn = { tag: 'cover-view', properties: { ...HOVER(400), scrollTop: null } }

export const text: BuiltIn = {
  tag: 'text',
  properties: {
    selectable: Boolean,
    userSelect: Boolean,
    space: String,
    decode: Boolean,
    overflow: String,
    maxLines: null,
  },
  attach(host) {
    host.watch(['selectable', 'userSelect', 'space'], () => {
      host.element.toggleAttribute(
        'data-selectable',
        host.get<boolean>('selectable') || host.get<boolean>('userSelect'),
      )
      host.element.style.whiteSpace = host.get<string>('space') ? 'pre-wrap' : ''
    })
  },
}

/** Inline text between pictures and links. */
export const span: BuiltIn = { tag: 'span', properties: {} }

/** Lifts its content out of the page's stacking: it moves to the end of the page's area. */
export const rootPortal: BuiltIn = {
  tag: 'root-portal',
  properties: { enable: { type: Boolean, value: true } },
  attach(host) {
    const home = document.createComment('root-portal')
    host.element.before(home)
    host.watch(['enable'], () => {
      const area = home.parentElement?.closest('.page-area') ?? host.element.closest('.page-area')
      if (host.get('enable') && area) area.append(host.element)
      else home.after(host.element)
    })
    host.onDetach(() => {
      host.element.remove()
      home.remove()
    })
  },
}

export const matchMedia: BuiltIn = {
  tag: 'match-media',
  properties: {
    minWidth: null,
    maxWidth: null,
    width: null,
    minHeight: null,
    maxHeight: null,
    height: null,
    orientation: String,
  },
  attach(host) {
    const update = () => {
      const limit = (name: string) => (host.get<unknown>(name) === null ? undefined : Number(host.get(name)))
      const within = (size: number, exact?: number, low = 0, high = Infinity) =>
        exact === undefined ? size >= low && size <= high : size === exact
      const fits =
        within(window.innerWidth, limit('width'), limit('minWidth'), limit('maxWidth')) &&
        within(window.innerHeight, limit('height'), limit('minHeight'), limit('maxHeight'))
      host.element.style.display = fits ? '' : 'none'
    }
    host.watch(['minWidth', 'maxWidth', 'width', 'minHeight', 'maxHeight', 'height'], update)
    window.addEventListener('resize', update)
    host.onDetach(() => window.removeEventListener('resize', update))
  },
}
