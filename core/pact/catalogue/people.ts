// Decides the sentences and sources of the rules on members, photos, leave and what follows a breach.
import type { RuleEntry } from '../types'

export const MEMBERS = {
  M01: {
    title: '每个孩子的家长席位有限额。',
    group: '成员',
    effect: '不能发',
    sources: [
      { seed: 'S0', article: 'S0-1.9', quote: '每名学生进群的家长尽量控制在2名以内。' },
      { seed: 'S1', article: 'S1b 二.2', quote: '每个孩子名下最多加入2个家长微信号' },
    ],
    wayOut: ['apply_third_seat'],
  },
  M02: {
    title: '只有本班孩子的家长可以加入。',
    group: '成员',
    effect: '不能发',
    sources: [
      { seed: 'S0', article: 'S0-1.9', quote: '不准邀请非学生亲属人员进群。' },
      { seed: 'S0', article: 'S0-3 一(一)1', quote: '学生家长及监护人方可入群,禁止无关人员加入。' },
      { seed: 'S0', article: 'S0-3 二(二)8', quote: '未经群主或管理员同意,不得擅自拉非本班级家长进班级群。' },
      { seed: 'S1', article: 'S1b 二.1', quote: '班主任、老师及孩子家长方可入群,未经允许园外家长不准加入。' },
      { seed: 'S1', article: 'S1b 三(二)4', quote: '不得擅自请非本班家长进群。' },
    ],
    wayOut: ['apply'],
  },
  M03: {
    title: '学生不单独加入。',
    group: '成员',
    effect: '不能发',
    sources: [{ seed: 'S0', article: 'S0-6.1', quote: '群成员为该班级任课教师及学生家长〔严禁学生参加〕。' }],
    wayOut: ['acknowledge'],
  },
  M07: {
    title: '老师的名片写学科和姓名。',
    group: '成员',
    effect: '照此办理',
    sources: [{ seed: 'S0', article: 'S0-3 一(一)2', quote: '教师命名规则:学科+教师姓名' }],
    wayOut: ['fill_subject'],
  },
  M08: {
    title: '老师注明教哪一科。',
    group: '成员',
    effect: '照此办理',
    sources: [{ seed: 'S0', article: 'S0-6.1', quote: '教师注明其身份〔哪科教师〕。' }],
    wayOut: ['fill_subject'],
  },
  M09: {
    title: '家长的名片是“孩子姓名+称呼”。',
    group: '成员',
    effect: '照此办理',
    sources: [
      { seed: 'S0', article: 'S0-1.2', quote: '进群后修改名片(如:xx妈妈,xx爸爸)' },
      { seed: 'S0', article: 'S0-3 一(一)2', quote: '学生家长命名规则:学生姓名+爸爸/妈妈或直接出现学生姓名。' },
      { seed: 'S0', article: 'S0-6.1', quote: '所有家长在班级群内昵称要注明孩子真实姓名,与孩子是何种亲属关系' },
      { seed: 'S0', article: 'S0-7.1', quote: '班级微信群所有成员统一将昵称改成孩子姓名+家长称谓。' },
      {
        seed: 'S1',
        article: 'S1b 二.2',
        quote: '进群后需及时修改“我在本群的昵称”为孩子姓名+手机号或“某某妈妈”、“某某爸爸”+手机号等。',
      },
    ],
    wayOut: ['confirm_card'],
  },
  M10: {
    title: '成员一律实名。',
    group: '成员',
    effect: '照此办理',
    sources: [
      { seed: 'S0', article: 'S0-3 一(一)2', quote: '群成员一律实名制' },
      { seed: 'S1', article: 'S1b 三(一)1', quote: '负责群成员实名制、监管、违规提醒处理等。' },
      { seed: 'S0', article: 'S0-9 二.5', quote: '必须以在本单位的所用姓名作为群昵称' },
    ],
    wayOut: ['confirm_card'],
  },
} as const satisfies Record<string, RuleEntry>

export const PHOTOS = {
  P01: {
    title: '晒照片公平对待每一个孩子。',
    group: '照片',
    effect: '会提醒',
    sources: [
      { seed: 'S1', article: 'S1b 三(一)8', quote: '在班级群晒孩子照片时要公平对待每一个孩子,不偏心,不歧视。' },
    ],
    wayOut: ['send_anyway'],
  },
  P02: {
    title: '全班的相册里每个孩子都要有。',
    group: '照片',
    effect: '不能发',
    sources: [{ seed: 'S1', article: 'S1c 石丽沙4', quote: '上传学校活动照片时,要让每个孩子都有。' }],
    wayOut: ['tag_children'],
  },
  P03: {
    title: '家长晒娃要适度。',
    group: '照片',
    effect: '不能发',
    sources: [{ seed: 'S1', article: 'S1a 小贴士', quote: '晒娃要适度。毕竟班群是一个公共交流平台。' }],
    wayOut: ['private_talk'],
  },
  P04: {
    title: '鼓励表扬，用喜报。',
    group: '照片',
    effect: '照此办理',
    sources: [
      { seed: 'S0', article: 'S0-3 一(二)6', quote: '鼓励在群内表扬先进个人,先进做法。' },
      { seed: 'S0', article: 'S0-3 二(一)4', quote: '展示教师、学生优秀表现的文字和图片' },
      { seed: 'S3', article: 'S3 篇2 一(一)', quote: '对取得以下嘉奖学生,应特向家长寄发喜报' },
    ],
    wayOut: ['praise_letter'],
  },
  P05: {
    title: '表扬单独告诉孩子的家长。',
    group: '照片',
    effect: '不能发',
    sources: [{ seed: 'S1', article: 'S1a 五不要二', quote: '批评表扬不发,拉票评比不发。' }],
    wayOut: ['praise_letter'],
  },
} as const satisfies Record<string, RuleEntry>

export const LEAVE = {
  L01: {
    title: '请假填请假条，不在留言里请。',
    group: '请假',
    effect: '不能发',
    sources: [{ seed: 'S0', article: 'S0-8(8)', quote: '需要请假的孩子请勿在微信群留言,避免刷屏看不见。' }],
    wayOut: ['leave_form'],
  },
  L14: {
    title: '有事先请假，病假可以补交。',
    group: '请假',
    effect: '照此办理',
    sources: [{ seed: 'S2', article: 'S2 学生管理(3)', quote: '落实学生考勤、请假制度' }],
    wayOut: ['change_day', 'contact_teacher'],
  },
} as const satisfies Record<string, RuleEntry>

export const HANDLING = {
  G01: {
    title: '老师的信息先审核再发。',
    group: '处理',
    effect: '先审核',
    sources: [
      {
        seed: 'S4',
        article: 'S4 班班通使用管理制度3精选2篇(一) 三.2',
        quote: '学校教职工在班班通上发布的信息必须经过审核和批准。',
      },
    ],
    wayOut: ['withdraw'],
  },
  G02: {
    title: '家长的留言先审核再发。',
    group: '处理',
    effect: '先审核',
    sources: [
      {
        seed: 'S4',
        article: 'S4 班班通使用管理制度3精选2篇(一) 三.3',
        quote: '学生家长在班班通上发布的信息必须经过审核和批准。',
      },
    ],
    wayOut: ['withdraw'],
  },
  G03: {
    title: '学生的信息由学校和家长都审核。',
    group: '处理',
    effect: '先审核',
    sources: [
      {
        seed: 'S4',
        article: 'S4 班班通使用管理制度3精选2篇(一) 三.6',
        quote: '学生在班班通上发布的信息必须经过学校的审核和批准。',
      },
      {
        seed: 'S4',
        article: 'S4 班班通使用管理制度3精选2篇(一) 三.7',
        quote: '学生在班班通上发布的信息必须经过家长的审核和批准。',
      },
    ],
    wayOut: ['withdraw'],
  },
  G04: {
    title: '先提醒，再逐级暂停留言。',
    group: '处理',
    effect: '照此办理',
    sources: [
      {
        seed: 'S0',
        article: 'S0-3 二(一)3',
        quote: '班主任或教师要及时向其指出并指导其发布相应的内容,不听劝告者视情节予以不同时间的禁言。',
      },
      {
        seed: 'S4',
        article: 'S4 小学班班通使用管理制度(三篇) 10',
        quote: '明确对违反使用管理制度的用户的处理措施,如警告、暂停使用权限等。',
      },
    ],
    wayOut: ['appeal'],
  },
  G05: {
    title: '屡次违反的，班主任可以请出班级。',
    group: '处理',
    effect: '照此办理',
    sources: [
      { seed: 'S0', article: 'S0-3 二(二)9', quote: '如果家长不遵守第3-7条的有关要求,班主任有权让其退群。' },
      { seed: 'S1', article: 'S1b 四.2', quote: '可请相关人员清除出群,并依法作出相应处置。' },
    ],
    wayOut: ['appeal'],
  },
  G19: {
    title: '只看通知，家长不留言。',
    group: '处理',
    effect: '不能发',
    sources: [
      { seed: 'S1', article: 'S1a 网友评论', quote: '换成QQ群来个全员禁言不就得了,发布作业通知什么都很简单' },
      { seed: 'S1', article: 'S1c 石丽沙1', quote: '不刷屏,有通知阅后不回复。' },
    ],
    wayOut: ['contact_teacher'],
  },
} as const satisfies Record<string, RuleEntry>
