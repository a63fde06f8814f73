// Decides whose posts are looked at before they go out, and who looks.
import type { Params } from '../../pact'

const ISSUERS = [
  ['subject', /(?:任课|科任|学科|代课|音体美|数学|英语|其余|其他)(?:的?老师|教师)?|任课|科任/],
  ['head', /班主任/],
  ['grade', /年级/],
  ['office', /处室|教导处|教务处|总务处|德育处|政教处|校领导|园长|校长室?|行政/],
] as const
const LOOKS = /审|批|把关|把个?关|同意|点头|过目|看|签|盖章|这一关|核/
const FREE =
  /免审|不审|不用(?:别人)?(?:审|批)|无需(?:审|批)|不必(?:审|批)|直接(?:发|下)|自己(?:发|说了算)|自行发|自由发|随手发|可(?:以)?(?:直接|自行|自由)/
const NONE = /不直接|不得?在班?群?发布?|不设发布权|不单独发|(?:统一)?(?:交|由)班主任[^。;]{0,4}(?:代发|统一)/
const HEAD_LOOKS =
  /(?:班主任|主班)[^。;,]{0,6}(?:审|把关|把个?关|同意|批(?!评)|过目|看|签|点头|核|盖章|这一关)|(?:过|归|经|给|请|找|报|为)(?:由)?(?:班主任|主班)|审核人为班主任/
const LEADER_LOOKS =
  /(?:校长|园长|领导|教导处|德育处|政教处|教务处|保教主任|教导主任|主任)[^。;,不免]{0,8}(?:审|把关|同意|批|过目|看|签|点头|核)|(?:送|报|给|经|由|请)(?:分管)?(?:校|园)?(?:级)?(?:领导|校长|园长)/

/** The parameters of the review of teachers' posts. */
export function readReview(text: string): Params {
  const found: Params = {}
  if (LEADER_LOOKS.test(text.replace(/班主任/g, '班'))) found.by = 'leader'
  else if (HEAD_LOOKS.test(text) && !/班主任(?:也得|也要|信息|的?(?:信息|通知|消息)|自己|可)/.test(text))
    found.by = 'head_teacher'
  else if (/(?:经|由|给|归|请|过|先投给|为)班主任/.test(text)) found.by = 'head_teacher'
  let before: string[] = []
  for (const phrase of text.split(/[,;。:]/)) {
    const looker = phrase.search(/[经由给归请报送过找为]|要(?=班主任)/)
    const issuers = ISSUERS.flatMap(([key, words]) => {
      const at = phrase.search(words)
      return at !== -1 && (looker === -1 || at < looker) && !isLooker(phrase, at, words) ? [key] : []
    })
    const said = issuers.length > 0 ? issuers : before
    before = said
    const verdict = NONE.test(phrase)
      ? 'none'
      : FREE.test(phrase)
        ? 'free'
        : LOOKS.test(phrase) || /送/.test(phrase)
          ? 'review'
          : undefined
    if (verdict === undefined) continue
    for (const key of said) if (found[key] === undefined) found[key] = verdict
  }
  return found
}

/** 班主任看了再发: who looks is no issuer here. */
function isLooker(phrase: string, at: number, words: RegExp): boolean {
  const rest = phrase.slice(at).replace(words, '')
  return /^(?:先)?(?:审|看|把关|点头|同意|签|盖章|核)/.test(rest)
}
