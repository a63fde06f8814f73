// Decides what is done with one album: looked at, saved where the school allows it, removed, let through (3.14).
import { call, createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { plainRefusal } from '../../../services/refusals'
import { goBack } from '../../../services/routes'
import { currentIdentity, isLeader } from '../../../services/session'
import { offer } from '../../../services/way-outs'
import { presentAlbum, type AlbumView } from './present'
import { allowSaving, savePhoto } from './save-photo'

const remove = createSender('album.remove')
const decide = createSender('album.decide')

/** A link that is younger is not what keeps a photo away. */
const LINK_MS = 60_000

/** Ready words of a leader who sends an album back. */
const RETURN_WORDS = ['有照片不清楚，请换一张', '有照片不适合，请换一张', '请把每个孩子都拍到']

definePage({
  data: { view: null as AlbumView | null, ready: RETURN_WORDS },
  query: { albumId: '' },
  /** When the links were made: they are good for some minutes. */
  loadedAt: 0,
  reads: 'album.read',
  refusesOnTop: true,
  ask({ albumId }) {
    return albumId ? { albumId } : undefined
  },
  present(album) {
    this.loadedAt = Date.now()
    const { role } = currentIdentity() ?? {}
    return {
      view: presentAlbum(album, Date.now(), {
        isStaff: role !== undefined && role !== 'guardian',
        isLeader: isLeader(role),
      }),
    }
  },
  /** Where photos may not be saved, WeChat's own menu over a large photo does not offer it either (P06). */
  onPhoto(event: TapEvent) {
    const { view } = this.data
    const urls = (view?.photos ?? []).flatMap(({ url }) => (url ? [url] : []))
    const current = event.currentTarget.dataset['url'] as string
    if (current) void wx.previewImage({ urls, current, showmenu: this.answer?.mayDownload === true })
  },
  /** A photo that is scrolled to late may find its link gone: then the album is read again. */
  onStale() {
    if (Date.now() - this.loadedAt > LINK_MS) void this.load()
  },
  async onSave(event: TapEvent) {
    const { albumId } = this.query
    const photoId = event.currentTarget.dataset['id'] as string
    const link = await this.act(() => call('album.download', { albumId, photoId }))
    if (link) await this.keep(link.url)
  },
  async keep(url: string) {
    const saved = await savePhoto(url)
    if (saved === 'saved') void wx.showToast({ title: '已保存到手机', icon: 'none' })
    else if (saved === 'failed') {
      this.setData({ refusal: plainRefusal('照片没有保存下来。', [offer('retry')]) })
    } else if (saved === 'denied') {
      const { confirm } = await wx.showModal({
        title: '还不能保存',
        content: '请在设置里打开“添加到相册”，再保存照片。',
        confirmText: '去设置',
        cancelText: '不保存',
      })
      if (confirm && (await allowSaving())) await this.keep(url)
    }
  },
  async onRemovePhoto(event: TapEvent) {
    const { photos = [] } = this.data.view ?? {}
    if (photos.length < 2) return this.onRemove()
    const { confirm } = await wx.showModal({
      title: '删除这张照片',
      content: '删除后班级里看不到这张照片，也不能恢复。',
      confirmText: '删除',
      cancelText: '不删除',
    })
    const { albumId } = this.query
    const photoId = event.currentTarget.dataset['id'] as string
    if (confirm && (await this.act(() => remove({ albumId, photoId })))) await this.load()
  },
  async onRemove() {
    const { confirm } = await wx.showModal({
      title: '删除整本相册',
      content: '删除后班级里看不到这本相册，也不能恢复。',
      confirmText: '删除',
      cancelText: '不删除',
    })
    if (confirm && (await this.act(() => remove(this.query)))) goBack()
  },
  async onApprove() {
    const { albumId } = this.query
    if (await this.act(() => decide({ albumId, decision: 'approve' }))) await this.load()
  },
  onReturn() {
    this.openPanel('return')
  },
  async onSendReturn({ detail: { words } }: ToldEvent<{ words: string }>) {
    const { albumId } = this.query
    if (await this.act(() => decide({ albumId, decision: 'return', words }))) await this.load()
  },
})
