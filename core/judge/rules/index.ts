// Decides which function judges which rule: adding a rule is one entry in the catalogue, one function here, and its tests.
import type { RuleId } from '../../pact'
import type { JudgeRule } from '../finding'
import { judgeAllAppeals, judgeAppeals } from './appeals'
import { judgeFaults, judgeJudgements, judgePraise, judgeSingleChild } from './children'
import { judgeComplaints } from './complaints'
import { judgeIndecency, judgeSuperstition } from './decency'
import { judgePace, judgeSameMatter, judgeSameText } from './flooding'
import { judgeGambling } from './gambling'
import { judgeGroupBuying } from './group-buying'
import { judgeHomework } from './homework'
import { judgeInsults } from './insults'
import { judgeLead } from './lead'
import { judgeLeave } from './leave'
import { judgeAnyLink, judgeUnknownLinks } from './links'
import { judgeAsking, judgeFees } from './money'
import { NOTICE_RULES } from './notice-form'
import { judgeCompleteness, judgeFairness, judgeGuardiansPhotos } from './photos'
import { judgePrivacy } from './privacy'
import { judgePunishments } from './punishments'
import { judgeRedPackets } from './red-packets'
import { judgeBoard, judgeChat, judgeEmoticons, judgeVoice } from './replies'
import { judgeGuardiansPosts, judgeTeachersPosts } from './review'
import { judgeHearsay } from './rumours'
import { judgeScores } from './scores'
import { judgeSecrets } from './secrets'
import { judgeAdverts } from './selling'
import { judgeThanks } from './thanks'
import { judgeThreats } from './threats'
import { TIME_JUDGES } from './time'
import { judgeCanvassing, judgeVoteCounts } from './votes'
/** Rules that look at posts; the others of the catalogue are kept by the ways of working. */
export const JUDGES: Partial<Record<RuleId, JudgeRule>> = {
  ...TIME_JUDGES,
  ...NOTICE_RULES,
  C01: judgeSameText,
  C02: judgeSameMatter,
  C03: judgePace,
  C05: judgeIndecency,
  C06: judgeSuperstition,
  C07: judgeGambling,
  C08: judgeInsults,
  C09: judgeThreats,
  C10: judgeAdverts,
  C11: judgeAnyLink,
  C12: judgeUnknownLinks,
  C13: judgeRedPackets,
  C14: judgeCanvassing,
  C15: judgeGroupBuying,
  C16: judgeAppeals,
  C17: judgeAllAppeals,
  C18: judgeScores,
  C19: judgeVoteCounts,
  C20: judgeHomework,
  C22: judgeFaults,
  C23: judgeJudgements,
  C24: judgeSingleChild,
  C25: judgeComplaints,
  C26: judgeHearsay,
  C27: judgeSecrets,
  C28: judgePrivacy,
  C29: judgeChat,
  C30: judgeEmoticons,
  C31: judgeVoice,
  C34: judgeThanks,
  C36: judgeAsking,
  C37: judgeFees,
  C38: judgePunishments,
  G01: judgeTeachersPosts,
  G02: judgeGuardiansPosts,
  G19: judgeBoard,
  L01: judgeLeave,
  N09: judgeLead,
  P01: judgeFairness,
  P02: judgeCompleteness,
  P03: judgeGuardiansPhotos,
  P05: judgePraise,
}
