// Decides how the app gets pictures and files: what a test or the desk prepared, what a person picks.
import type { PhoneParts } from '../phone-parts'
import { textElement } from '../shell/panels'
import { ApiError, asynchronousAll, requireText, type Options, type WxTable } from './define-api'
import { mediaType, type TempFiles } from './temp-files'

export function mediaApi({ shell, inbox, state }: PhoneParts, files: TempFiles): WxTable {
  const { panels } = shell
  const pick = async (kind: 'media' | 'files', count: number, accept: string): Promise<Picked[]> => {
    const prepared = inbox[kind].splice(0, count)
    if (prepared.length > 0) return prepared.map(({ name, base64 }) => ({ name, path: files.addBase64(base64, name) }))
    if (panels.interactive) return pickFromDisk(files, count, accept)
    if (kind === 'media') return [{ name: 'picture.png', path: files.add(await drawPicture(), 'picture.png') }]
    throw new ApiError('cancel')
  }
  /** WeChat asks once and remembers; later only its settings change that (「wx.saveImageToPhotosAlbum」). */
  const maySavePhotos = async (): Promise<boolean> =>
    (state.permissions[SAVES_PHOTOS] ??=
      !panels.interactive ||
      (await panels.modal({ content: '申请把图片保存到您的相册', cancelText: '拒绝', confirmText: '允许' })).confirm)
  return asynchronousAll({
    chooseMedia: async (options) => {
      const picked = await pick('media', Number(options['count'] ?? 9), 'image/*')
      const tempFiles = await Promise.all(
        picked.map(async ({ path }) => ({
          tempFilePath: path,
          size: files.find(path).size,
          fileType: 'image',
          ...(await measurePicture(files.address(path))),
        })),
      )
      return { type: 'image', tempFiles }
    },
    chooseImage: async (options) => {
      const picked = await pick('media', Number(options['count'] ?? 9), 'image/*')
      const tempFiles = picked.map(({ path }) => ({ path, size: files.find(path).size }))
      return { tempFilePaths: picked.map(({ path }) => path), tempFiles }
    },
    chooseMessageFile: async (options) => {
      const extensions = ((options['extension'] as string[] | undefined) ?? []).map(
        (extension) => `.${extension.replace(/^\./, '')}`,
      )
      const picked = await pick('files', Number(options['count'] ?? 1), extensions.join(','))
      return {
        tempFiles: picked.map(({ name, path }) => ({
          name,
          path,
          size: files.find(path).size,
          type: mediaType(name).startsWith('image') ? 'image' : 'file',
          time: 0,
        })),
      }
    },
    previewImage: async (options) => {
      const urls = options['urls'] as string[]
      if (!Array.isArray(urls) || urls.length === 0) throw new ApiError('parameter error: urls should not be empty')
      const current = String(options['current'] ?? urls[0])
      const box = textElement('div', `${Math.max(0, urls.indexOf(current)) + 1} / ${urls.length}`, 'preview')
      box.style.backgroundImage = `url("${files.address(current)}")`
      void panels.open<undefined>(box, 'full', (close) => {
        box.addEventListener('click', () => close(undefined))
        return { confirm: () => close(undefined), cancel: () => close(undefined) }
      })
      await Promise.resolve()
    },
    compressImage: async (options) => {
      const source = await files.read(requireText(options, 'src'))
      const quality = Number(options['quality'] ?? 80) / 100
      return { tempFilePath: files.add(await reencode(source, quality, options), 'compressed.jpg') }
    },
    getImageInfo: async (options) => {
      const blob = await files.read(requireText(options, 'src'))
      const path = files.add(blob, 'picture')
      return {
        path,
        type: blob.type.replace('image/', ''),
        orientation: 'up',
        ...(await measurePicture(files.address(path))),
      }
    },
    saveImageToPhotosAlbum: async (options) => {
      await files.read(requireText(options, 'filePath'))
      if (!(await maySavePhotos())) throw new ApiError('auth deny')
      panels.toast('已保存到相册', { icon: 'none' })
    },
    openDocument: async (options) => {
      const path = requireText(options, 'filePath')
      const type = typeof options['fileType'] === 'string' ? options['fileType'] : path.split('.').at(-1)
      if (!DOCUMENT_TYPES.includes(type ?? '')) throw new ApiError('filetype not supported')
      const content = await files.read(path)
      // What is no PDF fails in WeChat's viewer too; of the other kinds nothing is looked at here.
      if (type === 'pdf' && !(await content.slice(0, 5).text()).startsWith('%PDF-')) throw new ApiError('file damaged')
      if (panels.interactive) window.open(files.address(path), '_blank')
      panels.toast(`打开文件 ${path}`, { icon: 'none' })
    },
    shareFileMessage: async (options) => {
      await files.read(requireText(options, 'filePath'))
      panels.toast(`发送文件 ${String(options['fileName'] ?? '')}`.trim(), { icon: 'none' })
    },
    canvasToTempFilePath: async (options) => {
      const canvas = options['canvas'] as HTMLCanvasElement | OffscreenCanvas | undefined
      if (!canvas) throw new ApiError('canvas is required (canvas 2d)')
      const type = options['fileType'] === 'jpg' ? 'jpg' : 'png'
      const blob = await canvasBlob(cropCanvas(canvas, options), mediaType(`x.${type}`))
      return { tempFilePath: files.add(blob, `canvas.${type}`) }
    },
  })
}

const SAVES_PHOTOS = 'scope.writePhotosAlbum'

/** 「wx.openDocument」, fileType. */
const DOCUMENT_TYPES = ['doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'pdf']

interface Picked {
  name: string
  path: string
}

/** Lets the person at the desk choose real files. */
function pickFromDisk(files: TempFiles, count: number, accept: string): Promise<Picked[]> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = accept
  input.multiple = count > 1
  return new Promise((resolve, reject) => {
    input.addEventListener('cancel', () => reject(new ApiError('cancel')))
    input.addEventListener('change', () => {
      resolve(
        [...(input.files ?? [])].slice(0, count).map((file) => ({ name: file.name, path: files.add(file, file.name) })),
      )
    })
    input.click()
  })
}

function canvasBlob(canvas: HTMLCanvasElement | OffscreenCanvas, type: string, quality?: number): Promise<Blob> {
  if (canvas instanceof OffscreenCanvas) return canvas.convertToBlob({ type, ...(quality && { quality }) })
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new ApiError('canvas is empty'))), type, quality),
  )
}

function cropCanvas(
  canvas: HTMLCanvasElement | OffscreenCanvas,
  options: Record<string, unknown>,
): HTMLCanvasElement | OffscreenCanvas {
  const {
    x = 0,
    y = 0,
    width = canvas.width,
    height = canvas.height,
    destWidth = width,
    destHeight = height,
  } = options as Record<string, number>
  if (x === 0 && y === 0 && destWidth === canvas.width && destHeight === canvas.height) return canvas
  const cropped = document.createElement('canvas')
  cropped.width = destWidth
  cropped.height = destHeight
  cropped.getContext('2d')?.drawImage(canvas, x, y, width, height, 0, 0, destWidth, destHeight)
  return cropped
}

/** A picture where no camera is: sky, hill and sun. */
function drawPicture(): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = 640
  canvas.height = 480
  const pen = canvas.getContext('2d')
  if (!pen) throw new ApiError('no canvas')
  const fill = (color: string, draw: () => void) => {
    pen.fillStyle = color
    pen.beginPath()
    draw()
    pen.fill()
  }
  fill('#bcd9e8', () => pen.rect(0, 0, 640, 480))
  fill('#f2c14e', () => pen.arc(500, 110, 48, 0, 7))
  fill('#5f9e7a', () => pen.ellipse(220, 520, 420, 240, 0, 0, 7))
  return canvasBlob(canvas, 'image/png')
}

async function loadPicture(address: string): Promise<HTMLImageElement> {
  const image = new Image()
  image.src = address
  await image.decode().catch(() => {
    throw new ApiError('the file is not a picture')
  })
  return image
}

async function measurePicture(address: string): Promise<{ width: number; height: number }> {
  const { naturalWidth, naturalHeight } = await loadPicture(address)
  return { width: naturalWidth, height: naturalHeight }
}

/** Of width and height one is enough: the other follows in proportion (「wx.compressImage」). */
async function reencode(source: Blob, quality: number, wanted: Options): Promise<Blob> {
  const address = URL.createObjectURL(source)
  const image = await loadPicture(address)
  URL.revokeObjectURL(address)
  const { naturalWidth, naturalHeight } = image
  const [width, height] = [Number(wanted['compressedWidth'] ?? 0), Number(wanted['compressedHeight'] ?? 0)]
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width || (height ? (height * naturalWidth) / naturalHeight : naturalWidth))
  canvas.height = Math.round(height || (width ? (width * naturalHeight) / naturalWidth : naturalHeight))
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvasBlob(canvas, 'image/jpeg', quality)
}
