// Decides what the pact says of an album: its title, whether every child is in it, and who is seldom in one (P01, P02).
import { medianOf, seldomOf } from '@class-pact/core/album'
import type { Input, Instant, Role } from '@class-pact/core/contract'
import { judge, type Judgement } from '@class-pact/core/judge'
import { refuse, type Refusal } from '../../common/call/results'
import type { FoundClass } from './find-class'

type Album = Pick<Input<'album.publish'>, 'title' | 'photos' | 'whole' | 'absent'>

/** Photos name children of the class who want to be in them; the field says which photo does not. */
export function misfitOfTags({ photos, absent }: Album, { roster, noPhotos }: FoundClass): string | undefined {
  const there = new Set(roster.map(({ childId }) => childId))
  const wrong = photos.findIndex(({ children }) => children.some((each) => !there.has(each) || noPhotos.has(each)))
  if (wrong >= 0) return `photos.${wrong}.children`
  return absent.every((childId) => there.has(childId)) ? undefined : 'absent'
}

interface Weighed extends Judgement {
  /** Whom an album of the whole class lacks; absent: it lacks nobody, or need not have everybody. */
  missing: { childId: string; name: string }[]
  /** With this album counted; empty where no rule asks. */
  seldom: { childId: string; name: string; count: number }[]
  median: number
}

export function weighAlbum(album: Album, found: FoundClass, role: Role, now: Instant): Weighed {
  const { roster, pact, school, counts, noPhotos } = found
  const nameOf = new Map(roster.map(({ childId, name }) => [childId, name]))
  const tags = album.photos.flatMap(({ children }) => [...new Set(children)])
  const excused = [...new Set([...album.absent, ...noPhotos])].filter((childId) => !tags.includes(childId))
  const namesOf = (childIds: readonly string[]) => childIds.flatMap((childId) => nameOf.get(childId) ?? [])
  const judgement = judge(
    { role, kind: 'album', title: album.title, body: '', audience: 'class', photos: album.photos.length },
    {
      roster,
      calendar: school.calendar,
      album: {
        wholeClass: album.whole,
        tagged: namesOf(tags),
        excused: namesOf(excused),
        termCounts: Object.fromEntries(roster.map(({ childId, name }) => [name, counts.get(childId) ?? 0])),
      },
    },
    pact,
    now,
  )
  const breaks = (rule: string) => judgement.reasons.find((reason) => reason.rule === rule)
  const lines = roster.map(({ childId, name }) => ({
    ...{ childId, name },
    count: (counts.get(childId) ?? 0) + tags.filter((each) => each === childId).length,
  }))
  const share = breaks('P01')?.params?.['share']
  return {
    ...judgement,
    missing: breaks('P02') ? roster.filter(({ childId }) => !tags.includes(childId) && !excused.includes(childId)) : [],
    seldom: typeof share === 'number' ? seldomOf(lines, share, excused) : [],
    median: medianOf(lines.map(({ count }) => count)),
  }
}

/** The children whom it lacks are named, so that one tap shows them. */
export function refuseIncomplete({ missing, reasons }: Weighed): Refusal {
  const reason = reasons.find(({ rule }) => rule === 'P02')
  const facts = { count: missing.length, names: missing.map(({ name }) => name).join('、') }
  return refuse('CHILDREN_UNTAGGED', { rule: 'P02', cite: reason?.cite, reasons, field: 'photos', facts })
}
