// Decides what is said of a photo or a document that keeps a notice back: which one, and what to do instead.
import type { Reason } from '@class-pact/core/contract'
import { offer, type Way } from '../../services/way-outs'

const NUMBERED = /^(?:photos|documents)\.(\d+)/

/** 第2张照片; 第1、3张照片 */
function namePhotos({ spans }: Reason): string {
  const numbers = spans.flatMap(({ field }) => {
    const [, index] = field.startsWith('photos.') ? (NUMBERED.exec(field) ?? []) : []
    return index === undefined ? [] : [Number(index) + 1]
  })
  return numbers.length > 0 ? `第${[...new Set(numbers)].join('、')}张照片` : ''
}

const TAKE_OUT = offer('replace_photo', '去掉这张照片')

/** Undefined: it is about words, not about files. */
export function sayFiles(reason: Reason): { sentence: string; ways: Way[] } | undefined {
  const { rule, spans } = reason
  const photos = namePhotos(reason)
  if (rule === 'C04' && spans.some(({ field }) => field === 'documents')) {
    const also = photos && `，${photos}里的二维码也要看`
    return { sentence: `微信不检查PDF，先请学校领导看过${also}，通过后自动发出。`, ways: [offer('wait')] }
  }
  if (!photos) return undefined
  switch (rule) {
    case 'C04':
      return { sentence: `${photos}里的内容要请人看过，通过后自动发出。`, ways: [offer('wait')] }
    case 'C36':
      return { sentence: `${photos}里有收款码。通知里不收钱，请去掉这张照片。`, ways: [TAKE_OUT, offer('fee_notice')] }
    case 'C11':
      return { sentence: `${photos}里的二维码会打开别的网页或程序，请去掉。`, ways: [TAKE_OUT] }
    case 'C12':
      return { sentence: `${photos}里的二维码不是学校认可的网址，请去掉。`, ways: [TAKE_OUT] }
    default:
      return undefined
  }
}

const FAULTS: Record<string, string> = {
  kind: '不是完整的PDF，请重新导出一份。',
  size: '超过10MB，请压缩后再加。',
  password: '有密码，请去掉密码再加。',
  active: '里有程序或别的文件，请用“打印成PDF”另存一份再加。',
  gone: '没有传好，请去掉后再加一次。',
}

/** What is wrong with the document that `documents.1` names. */
export function sayDocument(field: string, why: unknown): string | undefined {
  const [, index] = NUMBERED.exec(field) ?? []
  const fault = FAULTS[String(why)]
  return index === undefined || !fault ? undefined : `第${Number(index) + 1}个文件${fault}`
}
