// Decides image, cover-image, icon and canvas.
import { makeBoxNode } from '../api/legacy-canvas'
import { tellOnce } from '../api/unsupported'
import type { Host } from '../engine/built-in'
import type { BuiltIn } from './built-in'
import type { CanvasHolder } from '../engine/selector-query'
import type { PhoneParts } from '../phone-parts'
import type { PictureHolder } from '../score/measure-tree'
import { taskTime } from '../score/task-time'
import { atWork } from '../engine/at-work'

const POSITIONS: Record<string, string> = {
  top: 'top center', bottom: 'bottom center', center: 'center', left: 'center left', right: 'center right',
  'top left': 'top left', 'top right': 'top right', 'bottom left': 'bottom left', 'bottom right': 'bottom right',
} // prettier-ignore
const SIZES: Record<string, string> = {
  scaleToFill: '100% 100%',
  aspectFit: 'contain',
  aspectFill: 'cover',
  widthFix: '100% 100%',
  heightFix: '100% 100%',
}

function attachImage(host: Host, phone: PhoneParts): void {
  const picture = document.createElement('i')
  host.element.append(picture)
  host.element.setAttribute('role', host.element.getAttribute('role') ?? 'img')
  host.watch(['mode'], () => {
    const mode = host.get<string>('mode') || 'scaleToFill'
    picture.style.backgroundSize = SIZES[mode] ?? 'auto'
    picture.style.backgroundPosition = POSITIONS[mode] ?? 'center'
  })
  host.watch(['src'], () => {
    const src = host.get<string>('src')
    picture.style.backgroundImage = ''
    if (!src) return
    assetAddress(src, host, phone).then(
      (address) => load(src, address),
      (error: Error) => host.emit('error', { errMsg: error.message }),
    )
  })
  const load = (src: string, address: string) => {
    const image = new Image()
    const end = atWork.begin()
    image.onload = () => {
      end()
      taskTime.act()
      if (host.get('src') !== src) return
      picture.style.backgroundImage = `url("${address}")`
      const { naturalWidth: width, naturalHeight: height } = image
      const { element } = host
      ;(element as PictureHolder).naturalPicture = { src, width, height }
      if (host.get('mode') === 'widthFix') element.style.height = `${(element.offsetWidth * height) / (width || 1)}px`
      if (host.get('mode') === 'heightFix') element.style.width = `${(element.offsetHeight * width) / (height || 1)}px`
      host.emit('load', { width, height })
    }
    image.onerror = () => {
      end()
      taskTime.act()
      host.emit('error', { errMsg: `GET ${src} failed` })
    }
    image.src = address
  }
}

/** Relative paths stand beside the component that uses them; wxfile paths are blobs; cloud ids are asked for. */
async function assetAddress(src: string, host: Host, phone: PhoneParts): Promise<string> {
  if (/^(data:|https?:|\/\/|blob:)/.test(src)) return src
  if (src.startsWith('wxfile:')) return phone.fileAddress(src)
  if (src.startsWith('cloud:')) {
    const { getTempFileURL } = phone.wx['cloud'] as {
      getTempFileURL(options: object): Promise<{ fileList: { tempFileURL?: string }[] }>
    }
    const { fileList } = await getTempFileURL({ fileList: [src] })
    return fileList[0]?.tempFileURL ?? src
  }
  const owner = host.component.ownerShadowRoot?.getHostNode().is ?? ''
  return new URL(src, `${window.location.origin}/app/${owner}`).pathname.replace(/^\/(?!app\/)/, '/app/')
}

export const image: BuiltIn = {
  tag: 'image',
  properties: {
    src: String,
    mode: { type: String, value: 'scaleToFill' },
    webp: Boolean,
    lazyLoad: Boolean,
    showMenuByLongpress: Boolean,
    fadeIn: Boolean,
    forceHttps: Boolean,
  },
  attach: attachImage,
}

export const coverImage: BuiltIn = {
  tag: 'cover-image',
  properties: { src: String, mode: String, referrerPolicy: String },
  attach: attachImage,
}

const ICONS: Record<string, [sign: string, color: string]> = {
  success: ['✓', '#09bb07'], success_no_circle: ['✓', '#09bb07'], info: ['i', '#10aeff'], warn: ['!', '#f76260'], waiting: ['…', '#10aeff'],
  cancel: ['×', '#f43530'], download: ['↓', '#09bb07'], search: ['⌕', '#b2b2b2'], clear: ['×', '#b2b2b2'],
} // prettier-ignore

export const icon: BuiltIn = {
  tag: 'icon',
  properties: { type: String, size: { type: null, value: 23 }, color: String },
  attach(host) {
    host.watch(['type', 'size', 'color'], () => {
      const [sign, color] = ICONS[host.get<string>('type')] ?? ['?', '#888888']
      const size = parseFloat(String(host.get('size'))) || 23
      host.element.textContent = sign
      host.element.style.cssText += `;width:${size}px;height:${size}px;font-size:${size * 0.8}px;line-height:${size}px;text-align:center;color:${host.get<string>('color') || color}`
    })
  },
}

/** The old canvas, and WebGL, are shown as what they are: boxes. */
function drawCanvasBox(host: Host): void {
  const { element } = host
  const type = host.get<string>('type')
  element.setAttribute('data-unknown-component', type ? `canvas ${type}` : 'canvas')
  if (type) (element as CanvasHolder).canvasNode = makeBoxNode(element)
  tellOnce(type ? `<canvas type="${type}">` : '<canvas> without type="2d"')
}

export const canvas: BuiltIn = {
  tag: 'canvas',
  properties: { type: String, canvasId: String, disableScroll: Boolean },
  attach(host) {
    if (host.get('type') !== '2d') return drawCanvasBox(host)
    const element = document.createElement('canvas')
    host.element.append(element)
    const node = Object.assign(element, {
      createImage: () => new Image(),
      requestAnimationFrame: (run: FrameRequestCallback) => window.requestAnimationFrame(run),
      cancelAnimationFrame: (id: number) => window.cancelAnimationFrame(id),
    })
    ;(host.element as CanvasHolder).canvasNode = node
    host.element.addEventListener(
      'touchmove',
      (event) => host.get('disableScroll') && event.cancelable && event.preventDefault(),
      { passive: false },
    )
  },
}
