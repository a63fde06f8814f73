// Proves how photos leave and reach the phone: made small first, saved only with the person's leave (P06).
import { savePhoto, allowSaving } from '../../../miniprogram/packages/album/album/save-photo'
import { shrinkPhoto } from '../../../miniprogram/packages/album/post/shrink'
import { installWx } from './fake-wx'

interface Called {
  success?(answer: object): void
  fail?(answer: object): void
}
const MB = 1024 * 1024
const asked: object[] = []

/** A phone whose photos have a size, and lose half of it with each quality. */
function installCamera({ width = 1000, height = 800, bytes = MB / 2 } = {}) {
  installWx()
  asked.length = 0
  const sizes: Record<string, number> = { photo: bytes }
  Object.assign((globalThis as unknown as { wx: object }).wx, {
    getImageInfo: async () => ({ width, height }),
    compressImage: async (options: { quality: number }) => {
      asked.push(options)
      sizes[`at-${options.quality}`] = bytes / 2 ** asked.length
      return { tempFilePath: `at-${options.quality}` }
    },
    getFileSystemManager: () => ({
      getFileInfo: ({ filePath, success }: { filePath: string; success(answer: object): void }) =>
        success({ size: sizes[filePath] }),
    }),
  })
}

describe('a photo that is made small', () => {
  test('P01 one that is small already stays as it is', async () => {
    installCamera()
    await expect(shrinkPhoto('photo')).resolves.toEqual({ path: 'photo', tooLarge: false })
    expect(asked).toEqual([])
  })

  test('P01 the longer side becomes 2000 px, the other follows', async () => {
    installCamera({ width: 4000, height: 3000 })
    await expect(shrinkPhoto('photo')).resolves.toEqual({ path: 'at-80', tooLarge: false })
    expect(asked).toEqual([{ src: 'photo', quality: 80, compressedWidth: 2000 }])
    installCamera({ width: 3000, height: 4000 })
    await shrinkPhoto('photo')
    expect(asked).toEqual([{ src: 'photo', quality: 80, compressedHeight: 2000 }])
  })

  test('P01 quality goes down until it is 1 MB at most; what stays larger is said', async () => {
    installCamera({ bytes: 3 * MB })
    await expect(shrinkPhoto('photo')).resolves.toEqual({ path: 'at-60', tooLarge: false })
    installCamera({ bytes: 9 * MB })
    await expect(shrinkPhoto('photo')).resolves.toMatchObject({ tooLarge: true })
  })
})

describe('a photo that is saved', () => {
  const install = (download: (called: Called) => void, save: () => Promise<object>) => {
    installWx()
    Object.assign((globalThis as unknown as { wx: object }).wx, {
      downloadFile: download,
      saveImageToPhotosAlbum: save,
      openSetting: async () => ({ authSetting: { 'scope.writePhotosAlbum': true } }),
    })
  }
  const came = ({ success }: Called) => success?.({ statusCode: 200, tempFilePath: 'here' })

  test('P06 it is brought and kept; a link that has run out and a line that is down are failures', async () => {
    install(came, async () => ({}))
    await expect(savePhoto('https://x/p')).resolves.toBe('saved')
    install(
      ({ success }) => success?.({ statusCode: 403 }),
      async () => ({}),
    )
    await expect(savePhoto('https://x/p')).resolves.toBe('failed')
    install(
      ({ fail }) => fail?.({ errMsg: 'downloadFile:fail' }),
      async () => ({}),
    )
    await expect(savePhoto('https://x/p')).resolves.toBe('failed')
  })

  test('P06 whoever has not let the app save photos is led to the settings; whoever cancels is asked nothing', async () => {
    install(came, () => Promise.reject({ errMsg: 'saveImageToPhotosAlbum:fail auth deny' }))
    await expect(savePhoto('https://x/p')).resolves.toBe('denied')
    await expect(allowSaving()).resolves.toBe(true)
    install(came, () => Promise.reject({ errMsg: 'saveImageToPhotosAlbum:fail cancel' }))
    await expect(savePhoto('https://x/p')).resolves.toBe('cancelled')
  })
})
