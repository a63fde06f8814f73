// Decides how a teacher makes an album: photos, who is in them, the whole class or not, who is seldom seen (P01, P02).
import { limits } from '@class-pact/core/contract'
import type { Input, Output, Reason } from '@class-pact/core/contract'
import { createSender, type PhoneError, type PhoneReply } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { formatClass } from '../../../services/format'
import { plainRefusal } from '../../../services/refusals'
import { withWhy, type Said } from '../../../domains/pact/explaining'
import { ROUTES, replacePage } from '../../../services/routes'
import { readInsets } from '../../../services/screen'
import { isTeacher } from '../../../services/session'
import { pickPhotos, uploadAll } from '../../../services/upload'
import { offer } from '../../../services/way-outs'
import { presentFairness, saySeldom, type Fairness } from './fairness'
import { drawSmall } from './draw-small'
import { shrinkPhoto } from './shrink'
import {
  countWith,
  keepAbsent,
  listMissing,
  presentKids,
  presentPhotos,
  toggleAll,
  toggleTag,
  type DraftPhoto,
  type KidView,
  type MissingRow,
  type PhotoRow,
} from './tagging'

type Published = Output<'album.publish'>

/** What follows from the photos and their tags. */
interface DraftView {
  photos: PhotoRow[]
  missing: MissingRow[]
  /** ▶ */
  act: string
  tone: 'brand' | 'fix' | 'off'
}

const publish = createSender('album.publish')

/** One of four beside each other is not wider than a photo of the grid, in any type. */
const GRID_PART = 4
/** Height of the photo whose children are tagged (post.wxss), and what is free beside it. */
const [TAGGED_HEIGHT, TAGGED_HEIGHT_LARGE, TAGGED_MARGINS] = [180, 110, 32]

/** A photo of which the cloud speaks: photos.1 is the second. */
const PHOTO_FIELD = /^photos\.(\d+)/

definePage({
  data: {
    place: '',
    title: '',
    titleMax: limits.ALBUM_TITLE_MAX,
    photos: [] as PhotoRow[],
    photosMax: limits.PHOTOS_MAX,
    whole: false,
    missing: [] as MissingRow[],
    /** 不出镜 children: nobody looks for them. */
    hidden: '',
    fairness: null as Fairness | null,
    /** Photos are being made small. */
    working: false,
    act: '',
    tone: 'off' as DraftView['tone'],
    /** The photo whose panel is open. */
    shown: '',
    kids: [] as KidView[],
    tagged: '',
    /** What the cloud says before it publishes. */
    seldom: '',
    /** The chart with this album in it. */
    after: null as Fairness | null,
  },
  query: { classId: '' },
  draft: [] as DraftPhoto[],
  /** Of the photo whose panel is open. */
  path: '',
  absent: [] as string[],
  /** Photos that lie in the cloud already, by their place on the phone. */
  uploaded: {} as Record<string, string>,
  /** What the cloud found in the title. */
  reasons: [] as Reason[],
  reads: 'album.prepare',
  refusesOnTop: true,
  actsAs({ role, classId }, query) {
    return isTeacher(role) && classId === query.classId
  },
  ask({ classId }): Input<'album.prepare'> | undefined {
    return classId ? { classId } : undefined
  },
  present({ className, children, median }): object {
    return {
      place: formatClass(className),
      hidden: children.flatMap(({ name, noPhotos }) => (noPhotos ? [name] : [])).join('、'),
      fairness: children.length > 0 ? presentFairness(children, median, []) : null,
      ...this.presentDraft(this.data.title, this.data.whole),
    }
  },
  presentDraft(title: string, whole: boolean): DraftView {
    const { draft } = this
    this.absent = keepAbsent(this.absent, draft)
    const children = this.answer?.children ?? []
    const missing = whole ? listMissing(children, draft, this.absent) : []
    const left = missing.filter(({ absent }) => !absent).length
    const lacks = draft.length === 0 ? '请先选照片' : title.trim() ? '' : '请写相册名字'
    return {
      photos: presentPhotos(draft),
      missing,
      act: lacks || (left > 0 ? `还缺${left}个孩子` : '发布'),
      tone: lacks ? 'off' : left > 0 ? 'fix' : 'brand',
    }
  },
  showDraft() {
    this.setData(this.presentDraft(this.data.title, this.data.whole))
  },
  onTitle(event: WechatMiniprogram.Input) {
    const title = event.detail.value
    this.setData({ title, ...this.presentDraft(title, this.data.whole) })
  },
  async onAddPhotos() {
    if (this.data.working) return
    const { photos, tooLarge } = await pickPhotos(limits.PHOTOS_MAX - this.draft.length)
    if (photos.length === 0 && tooLarge === 0) return
    this.setData({ working: true })
    const small = await Promise.all(photos.map(({ path }) => shrinkPhoto(path)))
    const side = readInsets().width / GRID_PART
    const taken = await Promise.all(
      small.flatMap(({ path, tooLarge: unfit }) =>
        unfit ? [] : [drawSmall(path, side, side).then((thumb) => ({ path, thumb, children: [] }))],
      ),
    )
    this.draft = [...this.draft, ...taken]
    const unfit = tooLarge + small.filter((photo) => photo.tooLarge).length
    this.showDraft()
    this.setData({
      working: false,
      refusal: unfit > 0 ? plainRefusal(`有${unfit}张照片太大，请您换一张。`, [offer('replace_photo')]) : null,
    })
  },
  onPhoto(event: TapEvent) {
    void this.openTags(event.currentTarget.dataset['path'] as string)
  },
  async openTags(path: string) {
    this.path = path
    this.openPanel('tags', { shown: '', ...this.presentTags(path) })
    const height = this.data.frame.large ? TAGGED_HEIGHT_LARGE : TAGGED_HEIGHT
    const shown = await drawSmall(path, readInsets().width - TAGGED_MARGINS, height)
    if (path === this.path) this.setData({ shown })
  },
  presentTags(path: string) {
    const tagged = this.draft.find((photo) => photo.path === path)?.children ?? []
    return {
      kids: presentKids(this.answer?.children ?? [], tagged),
      tagged: tagged.length > 0 ? `已标${tagged.length}人` : '点照片里的孩子，可以点几个',
    }
  },
  onKid(event: TapEvent) {
    const kid = this.data.kids.find(({ childId }) => childId === event.currentTarget.dataset['id'])
    if (!kid) return
    const { path } = this
    this.draft = toggleTag(this.draft, path, kid)
    this.setData(this.presentTags(path))
    this.showDraft()
  },
  onAll() {
    const { path } = this
    this.draft = toggleAll(this.draft, path, this.answer?.children ?? [])
    this.setData(this.presentTags(path))
    this.showDraft()
  },
  onDropPhoto() {
    this.draft = this.draft.filter(({ path }) => path !== this.path)
    this.onClosePanel()
    this.showDraft()
  },
  onWhole() {
    const whole = !this.data.whole
    this.setData({ whole, ...this.presentDraft(this.data.title, whole) })
  },
  onAbsent(event: TapEvent) {
    const childId = event.currentTarget.dataset['id'] as string
    const rest = this.absent.filter((each) => each !== childId)
    this.absent = rest.length < this.absent.length ? rest : [...this.absent, childId]
    this.showDraft()
  },
  async onPublish() {
    const left = this.data.missing.filter(({ absent }) => !absent).length
    if (left > 0) this.refuse({ code: 'CHILDREN_UNTAGGED', facts: { count: left } })
    else await this.publish(false)
  },
  async onSure() {
    await this.publish(true)
  },
  async publish(sure: boolean) {
    this.setData({ refusal: null })
    const published = await this.act(() => this.send(sure))
    if (!published) return this.explain()
    if (published.seldom?.length) this.askWhetherSure(published.seldom, published.median ?? 0)
    else replacePage(ROUTES.album({ albumId: published.albumId }))
  },
  async send(sure: boolean): Promise<PhoneReply<Published>> {
    const { draft } = this
    const { title, whole } = this.data
    const fresh = draft.filter(({ path }) => !this.uploaded[path])
    const put = await uploadAll(
      'album',
      fresh.map(({ path }) => path),
    )
    if (!put.ok) return put
    fresh.forEach(({ path }, index) => (this.uploaded[path] = put.data[index] ?? ''))
    const reply = await publish({
      classId: this.query.classId,
      title: title.trim(),
      photos: draft.map(({ path, children }) => ({ fileId: this.uploaded[path] ?? '', children })),
      whole,
      absent: whole ? this.absent : [],
      ...(sure && { sure }),
    })
    this.reasons = reply.ok ? [] : (reply.error.reasons ?? [])
    return reply.ok ? reply : { ok: false, error: this.aboutPhoto(reply.error) }
  },
  /** Which words of the title were too much. */
  explain() {
    const title = this.data.title.trim()
    const said: Said = { kind: 'album', texts: { title } }
    if (this.data.refusal) this.setData({ refusal: withWhy(this.data.refusal, this.reasons, said) })
  },
  /** A photo that was not taken is uploaded anew, and counted as people count. */
  aboutPhoto(error: PhoneError): PhoneError {
    const [, place] = PHOTO_FIELD.exec(error.field ?? '') ?? []
    if (place === undefined) return error
    this.uploaded = {}
    return { ...error, facts: { ...error.facts, count: Number(place) + 1 } }
  },
  askWhetherSure(seldom: NonNullable<Published['seldom']>, median: number) {
    const counts = countWith(this.answer?.children ?? [], this.draft).map((child) => ({
      ...child,
      count: seldom.find(({ childId }) => childId === child.childId)?.count ?? child.count,
    }))
    this.openPanel('seldom', {
      seldom: `本学期出镜较少：${saySeldom(seldom, median)}`,
      after: presentFairness(
        counts,
        median,
        seldom.map(({ childId }) => childId),
      ),
    })
  },
  onWay(event: ToldEvent<{ code: string; refusal: { field: string } }>) {
    const { code, refusal } = event.detail
    this.setData({ refusal: null })
    if (code === 'retry') void this.onPublish()
    else if (code === 'tag_children') void wx.pageScrollTo({ selector: '.missing-list' })
    else if (code === 'replace_photo') {
      const photo = this.draft[Number(PHOTO_FIELD.exec(refusal.field)?.[1] ?? -1)]
      if (photo) void this.openTags(photo.path)
      else void this.onAddPhotos()
    }
  },
})
