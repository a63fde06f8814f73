// Decides <picker>: which columns each mode has, and how its value is written.
import type { Host } from '../engine/built-in'
import type { BuiltIn } from './built-in'
import type { PhoneParts } from '../phone-parts'
import type { WheelColumn } from '../shell/wheel-column'
import { openWheels } from '../shell/wheels'
import { dateColumns, readDate, readTime, timeColumns } from './picker-dates'
import { readRegion, regionColumns, turnRegions, type RegionOptions } from './picker-regions'

export const picker: BuiltIn = {
  tag: 'picker',
  properties: {
    mode: { type: String, value: 'selector' },
    range: null,
    rangeKey: String,
    value: null,
    start: String,
    end: String,
    fields: { type: String, value: 'day' },
    level: { type: String, value: 'region' },
    customItem: String,
    name: String,
    headerText: String,
    disabled: Boolean,
  },
  attach(host, phone) {
    const open = () => void openPicker(host, phone)
    host.onTap(open)
    host.activate = open
    host.field = {
      read: () => host.get<unknown>('value'),
      reset: () => host.assign('value', ['multiSelector', 'region'].includes(host.get('mode')) ? [] : ''),
    }
  },
}

async function openPicker(host: Host, phone: PhoneParts): Promise<void> {
  const columns = pickerColumns(host, phone)
  const answer = await openWheels(phone.shell.panels, columns, host.get('headerText'), (column, index, selected) => {
    if (host.get('mode') === 'region') return turnRegions(regionOptions(host), selected, column)
    if (host.get('mode') === 'multiSelector') host.emit('columnchange', { column, value: index })
    const moved =
      host.get('mode') === 'date'
        ? dateColumns(limits(host), readDate(host.get('fields'), limits(host), selected))
        : undefined
    return (
      moved ??
      (host.get('mode') === 'multiSelector' ? keepSelection(pickerColumns(host, phone), selected, column) : undefined)
    )
  })
  if (!answer) return host.emit('cancel', {})
  const detail = host.get('mode') === 'region' ? readRegion(regionOptions(host), answer) : pickerDetail(host, answer)
  host.assign('value', detail.value)
  host.emit('change', detail)
}

function regionOptions(host: Host): RegionOptions {
  return { level: host.get('level'), customItem: host.get('customItem') }
}

function limits(host: Host): { start: string; end: string; fields: string } {
  return {
    start: host.get<string>('start') || '1900-01-01',
    end: host.get<string>('end') || '2100-12-31',
    fields: host.get('fields'),
  }
}

/** After a cascade changed the range: columns right of the turned one start anew unless the app says otherwise. */
function keepSelection(columns: WheelColumn[], selected: number[], turned: number): WheelColumn[] {
  return columns.map((column, at) => ({
    ...column,
    selected: at <= turned ? (selected[at] ?? 0) : Math.min(column.selected, column.items.length - 1),
  }))
}

function pickerColumns(host: Host, { clock }: PhoneParts): WheelColumn[] {
  const value = host.get<unknown>('value')
  switch (host.get<string>('mode')) {
    case 'selector':
      return [{ items: rangeTexts(host, host.get('range')), selected: Number(value) || 0 }]
    case 'multiSelector':
      return (host.get<unknown[][] | null>('range') ?? []).map((range, at) => ({
        items: rangeTexts(host, range),
        selected: Number((value as number[] | null)?.[at]) || 0,
      }))
    case 'region':
      return regionColumns(regionOptions(host), value)
    case 'date':
      return dateColumns(limits(host), String(value || new Date(clock.now() + 8 * 3600_000).toISOString().slice(0, 10)))
    case 'time':
      return timeColumns(
        String(value || '00:00'),
        host.get<string>('start') || '00:00',
        host.get<string>('end') || '23:59',
      )
    default:
      throw new Error(`<picker mode="${host.get<string>('mode')}"> is not supported by this phone`)
  }
}

function rangeTexts(host: Host, range: unknown): string[] {
  const key = host.get<string>('rangeKey')
  return ((range ?? []) as unknown[]).map((item) => String(key ? (item as Record<string, unknown>)[key] : item))
}

function pickerDetail(host: Host, answer: number[]): { value: unknown } {
  switch (host.get<string>('mode')) {
    case 'selector':
      return { value: String(answer[0] ?? 0) }
    case 'date':
      return { value: readDate(host.get('fields'), limits(host), answer) }
    case 'time':
      return { value: readTime(host.get<string>('start') || '00:00', host.get<string>('end') || '23:59', answer) }
    default:
      return { value: answer }
  }
}
