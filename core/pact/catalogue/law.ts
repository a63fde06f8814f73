// Decides the rules that the law of the land asks for.
import type { RuleEntry } from '../types'

export const LAW = {
  C04: {
    title: '遵守国家法律法规和网络信息管理规定。',
    group: '内容',
    effect: '先审核',
    sources: [
      { seed: 'S0', article: 'S0-1.3', quote: '微信群交流必须遵守国家法律法规及相关网络信息管理规定。' },
      { seed: 'S1', article: 'S1b 一', quote: '严格遵守国家法律以及相关网络信息管理规定。' },
      {
        seed: 'S0',
        article: 'S0-2.3',
        quote: '微信群交流必须遵守国家法律法规及相关网络信息管理规定;严格保守国家机密及学校机密。',
      },
      { seed: 'S0', article: 'S0-3 一(二)1', quote: '遵守国家法律法规及相关网络信息管理规定。' },
      { seed: 'S0', article: 'S0-6.2', quote: '班级QQ群交流必须遵守国家法律法规及相关网络信息管理规定' },
      { seed: 'S0', article: 'S0-7.3', quote: '交流必须遵守国家法律法规及相关网络信息管理规定' },
      {
        seed: 'S0',
        article: 'S0-8(5)',
        quote: '在群内交流时,必须遵守国家法律法规及相关网络信息管理规定,禁止出现不良政治倾向。',
      },
      { seed: 'S0', article: 'S0-9 二.1', quote: '群交流必须遵守国家法律、法规及网络信息管理规定' },
      {
        seed: 'S4',
        article: 'S4 班班通使用管理制度3精选2篇(一) 二.3',
        quote: '所有使用班班通的人员都需要遵守国家相关法律法规和学校的规定',
      },
    ],
    wayOut: ['edit', 'human_review'],
  },
  C05: {
    title: '不发不良政治倾向、宗教、色情、暴力内容。',
    group: '内容',
    effect: '不能发',
    sources: [
      { seed: 'S0', article: 'S0-1.6', quote: '禁止出现不良政治倾向、宗教、色情、暴力等内容。' },
      { seed: 'S0', article: 'S0-8(6)', quote: '严禁在群内发布宗教、色情、暴力、赌博、病毒链接等内容。' },
      { seed: 'S0', article: 'S0-2.5', quote: '禁止出现不良政治倾向、宗教、色情、暴力等内容。' },
      { seed: 'S0', article: 'S0-3 一(二)4', quote: '禁止出现不良政治倾向、宗教、色情、暴力等内容。' },
      { seed: 'S0', article: 'S0-6.2', quote: '严禁发布或转发反动、暴力、色情、迷信等违法违纪信息或图片' },
      { seed: 'S0', article: 'S0-9 二.1', quote: '禁止出现不良政治倾向、宗教、色情、暴力等内容' },
      {
        seed: 'S4',
        article: 'S4 班班通使用管理制度3精选2篇(一) 二.7',
        quote: '班班通上的信息不得包含有宣扬暴力、淫秽、封建迷信等内容',
      },
    ],
    wayOut: ['edit', 'human_review'],
  },
  C06: {
    title: '不发反动、迷信、虚假、庸俗信息。',
    group: '内容',
    effect: '不能发',
    sources: [
      {
        seed: 'S0',
        article: 'S0-6.2',
        quote: '严禁发布或转发反动、暴力、色情、迷信等违法违纪信息或图片,严禁发布虚假、庸俗信息',
      },
      { seed: 'S1', article: 'S1b 三(二)10', quote: '不发危害国家利益的反动言论。' },
      {
        seed: 'S4',
        article: 'S4 班班通使用管理制度3精选2篇(一) 二.7',
        quote: '班班通上的信息不得包含有宣扬暴力、淫秽、封建迷信等内容',
      },
    ],
    wayOut: ['edit', 'human_review'],
  },
} as const satisfies Record<string, RuleEntry>
