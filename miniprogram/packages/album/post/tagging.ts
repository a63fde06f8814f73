// Decides who is in which photo of an album that is being made, and who is still missing (P02).
import type { AlbumPrepared } from '@class-pact/core/contract'

export interface DraftPhoto {
  /** On the phone, made small. */
  path: string
  /** As small as the page shows it. */
  thumb: string
  children: string[]
}

export interface KidView {
  childId: string
  name: string
  /** 家长选了不出镜: is not tagged. */
  noPhotos: boolean
  on: boolean
  label: string
}

export interface PhotoRow {
  path: string
  thumb: string
  /** 已标3人 */
  word: string
  label: string
}

export interface MissingRow {
  childId: string
  name: string
  no: string
  absent: boolean
}

type Children = AlbumPrepared['children']

const taggedIn = (photos: DraftPhoto[]) => new Set(photos.flatMap(({ children }) => children))

/** Photos as the page shows them. */
export function presentPhotos(photos: DraftPhoto[]): PhotoRow[] {
  return photos.map(({ path, thumb, children }, index) => {
    const word = children.length > 0 ? `已标${children.length}人` : '没有标记'
    return { path, thumb, word, label: `第${index + 1}张照片，${word}，点按标记孩子` }
  })
}

/** The class in roll order, for one photo. */
export function presentKids(children: Children, tagged: string[]): KidView[] {
  return children.map(({ childId, name, noPhotos = false }) => {
    const on = tagged.includes(childId)
    return { childId, name, noPhotos, on, label: noPhotos ? `${name}，家长选了不出镜，不能标记` : name }
  })
}

/** Who is in no photo, in roll order, whether or not they were absent; 不出镜 children are not looked for. */
export function listMissing(children: Children, photos: DraftPhoto[], absent: string[]): MissingRow[] {
  const tagged = taggedIn(photos)
  return children
    .filter(({ childId, noPhotos }) => !noPhotos && !tagged.has(childId))
    .map(({ childId, name, no }) => ({ childId, name, no, absent: absent.includes(childId) }))
}

/** A child who has been tagged meanwhile was not absent. */
export function keepAbsent(absent: string[], photos: DraftPhoto[]): string[] {
  const tagged = taggedIn(photos)
  return absent.filter((childId) => !tagged.has(childId))
}

/** This term's counts with this album in them: one for each photo with the child. */
export function countWith(children: Children, photos: DraftPhoto[]): Children {
  const added = ({ childId }: Children[number]) => photos.filter((photo) => photo.children.includes(childId)).length
  return children.map((child) => ({ ...child, count: child.count + added(child) }))
}

/** A picture of the whole class: one tap for everybody who may be tagged, another takes the tags off. */
export function toggleAll(photos: DraftPhoto[], path: string, children: Children): DraftPhoto[] {
  const all = children.flatMap(({ childId, noPhotos }) => (noPhotos ? [] : [childId]))
  return photos.map((photo) => (photo.path === path ? { ...photo, children: isFull(photo, all) ? [] : all } : photo))
}

const isFull = ({ children }: DraftPhoto, all: string[]) => all.every((childId) => children.includes(childId))

/** Put a tag on or off; 不出镜 children get none. */
export function toggleTag(photos: DraftPhoto[], path: string, child: KidView): DraftPhoto[] {
  if (child.noPhotos) return photos
  return photos.map((photo) =>
    photo.path !== path
      ? photo
      : {
          ...photo,
          children: child.on
            ? photo.children.filter((childId) => childId !== child.childId)
            : [...photo.children, child.childId],
        },
  )
}
