// Decides the columns of a region picker, and what it answers: names and codes of province, city and district.
import { areaList } from '@vant/area-data'
import type { WheelColumn } from '../shell/wheel-column'

interface Region {
  name: string
  code: string
}
/** What decides the columns: 「picker · mode = region」. */
export interface RegionOptions {
  level: string
  /** Shown first in every column, for "all of it". */
  customItem: string
}

/** Columns by level; 'sub-district' needs data that nobody publishes. */
const DEPTHS: Record<string, number> = { province: 1, city: 2, region: 3 }
/** The digits of a code that name its province, city and district. */
const DIGITS = [2, 4, 6]
const LISTS = [areaList.province_list, areaList.city_list, areaList.county_list]

function regionsIn(parent: Region | undefined, depth: number, { customItem }: RegionOptions): Region[] {
  const start = parent?.code.slice(0, DIGITS[depth - 1] ?? 0) ?? ''
  const inside = Object.entries(LISTS[depth] ?? {}).filter(([code]) => code.startsWith(start))
  const regions = inside.map(([code, name]) => ({ code, name }))
  if (!customItem) return regions
  const all = { code: '', name: customItem }
  return parent?.code === '' ? [all] : [all, ...regions]
}

/** Walks down the levels; `choose` says which of a level's regions is taken. */
function walk(options: RegionOptions, choose: (regions: Region[], depth: number) => number) {
  const depths = DEPTHS[options.level]
  if (depths === undefined) throw new Error(`<picker level="${options.level}"> is not supported by this phone`)
  const columns: WheelColumn[] = []
  const chosen: Region[] = []
  for (let depth = 0; depth < depths; depth += 1) {
    const regions = regionsIn(chosen.at(-1), depth, options)
    const selected = Math.min(Math.max(choose(regions, depth), 0), Math.max(regions.length - 1, 0))
    columns.push({ items: regions.map(({ name }) => name), selected })
    const region = regions[selected]
    if (region) chosen.push(region)
  }
  return { columns, chosen }
}

/** The columns for a value such as `['广东省', '广州市', '海珠区']`. */
export function regionColumns(options: RegionOptions, value: unknown): WheelColumn[] {
  const names = Array.isArray(value) ? (value as unknown[]) : []
  return walk(options, (regions, depth) => regions.findIndex(({ name }) => name === names[depth])).columns
}

/** The columns after one was turned: those right of it start anew. */
export function turnRegions(options: RegionOptions, selected: number[], turned: number): WheelColumn[] {
  return walk(options, (_regions, depth) => (depth <= turned ? (selected[depth] ?? 0) : 0)).columns
}

/** The `detail` of the change event; the post codes are not known here. */
export function readRegion(options: RegionOptions, selected: number[]) {
  const { chosen } = walk(options, (_regions, depth) => selected[depth] ?? 0)
  const code = chosen.map((region) => region.code).filter(Boolean)
  return { value: chosen.map(({ name }) => name), code, postcode: '' }
}
