/** The city of the drawing. */
import type { Severity } from '../../src/wire/alert'
import type { Name } from '../../src/wire/name'
import type { HallLevel } from '../../src/wire/view'
import { ScriptedRegion } from './scriptedRegion'

/** The city of the drawing, 14:42 on a Friday. */
export function anlan(now: number): ScriptedRegion {
  const region = new ScriptedRegion(now).add('yunhai', { zh: '云海省', en: 'Yunhai' }, 'PROVINCE')
  region.add('anlan', { zh: '安澜市', en: 'Anlan' }, 'CITY', 'yunhai')
  region.add('haiping', { zh: '海平市', en: 'Haiping' }, 'CITY', 'yunhai')
  region
    .add('haiping-centre', { zh: '海平市民中心', en: 'Haiping Civic Centre' }, 'CITY', 'haiping')
    .work('haiping-centre', 9)
  const hall = (
    id: string,
    zh: string,
    en: string,
    level: HallLevel,
    parent: string,
    minutes: number,
    waiting?: number,
  ) => region.add(id, { zh, en }, level, parent).work(id, minutes, waiting)
  hall('civic-centre', '市民中心', 'Civic Centre', 'CITY', 'anlan', 41, 73)
  hall('east', '东区分中心', 'East Branch', 'CITY', 'anlan', 22, 15)
  hall('vehicles', '车管所大厅', 'Vehicle Office', 'CITY', 'anlan', 12, 12)
  for (const [id, zh, en, own, townships] of COUNTIES) {
    region.add(id, { zh, en }, 'COUNTY', 'anlan').work(id, own)
    for (const [index, [name, english, minutes]] of townships.entries()) {
      const town = `${id}-${index + 1}`
      hall(town, name, english, 'TOWNSHIP', id, Math.max(0, minutes))
      if (minutes < 0) region.close(town)
    }
  }
  const queue = (zh: string, en: string): Name => ({ zh, en })
  region.alert('civic-centre', 'CRITICAL', 'WAIT_OVERTIME', 11, '周敏', queue('公安户政', 'Household reg.'))
  region.alert('qingshi', 'CRITICAL', 'WAIT_OVERTIME', 8, '何伟', queue('不动产', 'Real estate'))
  region.alert('linjiang-1', 'CRITICAL', 'WAIT_OVERTIME', 4, undefined, queue('综合受理', 'General affairs'))
  region.cutOff('songling-1', 21).alert('songling-1', 'MAJOR', 'SOURCE_SILENT', 21, '徐波')
  const needy: readonly [string, Severity, string, string?][] = [
    ['baihe', 'MAJOR', 'WINDOW_AWAY'],
    ['linjiang', 'MAJOR', 'WINDOW_IDLE', '吴倩'],
    ['east', 'MAJOR', 'WINDOW_IDLE', '刘洋'],
    ['nanping', 'MAJOR', 'SOURCE_SILENT', '郑凯'],
    ['donghu-1', 'MAJOR', 'WINDOW_AWAY', '孙丽'],
    ['yuntai-1', 'MAJOR', 'QUEUE_UNMANNED', '赵军'],
    ['donghu', 'MINOR', 'WAIT_OVERTIME', '林涛'],
    ['qingshi-1', 'MINOR', 'WAIT_OVERTIME', '何伟'],
    ['baihe-1', 'MINOR', 'WAIT_OVERTIME'],
    ['yuntai', 'MINOR', 'SERVICE_OVERTIME', '冯娟'],
    ['songling', 'MINOR', 'QUEUE_LENGTH', '徐波'],
    ['linjiang-2', 'MINOR', 'SOURCE_SILENT', '高宁'],
  ]
  for (const [id, severity, rule, person] of needy) region.alert(id, severity, rule, 3, person)
  return region
}

/** Negative minutes: not open today. */
type Township = readonly [zh: string, en: string, minutes: number]

const COUNTIES: readonly (readonly [
  id: string,
  zh: string,
  en: string,
  own: number,
  townships: readonly Township[],
])[] = [
  [
    'linjiang',
    '临江区',
    'Linjiang',
    24,
    [
      ['新港街道', 'Xingang', 34],
      ['望江街道', 'Wangjiang', 14],
      ['云峰街道', 'Yunfeng', 18],
      ['潮音街道', 'Chaoyin', 16],
      ['江滨街道', 'Jiangbin', 16],
      ['清泉镇', 'Qingquan', 9],
      ['渡口镇', 'Dukou', 3],
      ['茶园镇', 'Chayuan', 3],
    ],
  ],
  [
    'donghu',
    '东湖区',
    'Donghu',
    28,
    [
      ['湖心街道', 'Huxin', 18],
      ['书院街道', 'Shuyuan', 16],
      ['翠堤街道', 'Cuidi', 13],
      ['青溪镇', 'Qingxi', 13],
      ['莲塘街道', 'Liantang', 12],
      ['三江镇', 'Sanjiang', 8],
      ['南坪镇', 'Nanping Town', 5],
      ['水口镇', 'Shuikou', 4],
    ],
  ],
  [
    'yuntai',
    '云台区',
    'Yuntai',
    23,
    [
      ['石桥镇', 'Shiqiao', 12],
      ['沙洲镇', 'Shazhou', 18],
      ['台前街道', 'Taiqian', 16],
      ['松风镇', 'Songfeng', 14],
      ['大坪镇', 'Daping', 9],
      ['黑石镇', 'Heishi', 9],
      ['高岭镇', 'Gaoling', -1],
    ],
  ],
  [
    'qingshi',
    '青石县',
    'Qingshi',
    38,
    [
      ['城关镇', 'Chengguan', 27],
      ['马鞍镇', 'Maan', 13],
      ['东岭镇', 'Dongling', 13],
      ['花园镇', 'Huayuan', 13],
      ['石门镇', 'Shimen', 12],
      ['西河镇', 'Xihe', 12],
      ['云岭镇', 'Yunling', 12],
      ['长堤镇', 'Changdi', 10],
    ],
  ],
  [
    'baihe',
    '白河县',
    'Baihe',
    26,
    [
      ['河口镇', 'Hekou', 26],
      ['杉树镇', 'Shanshu', 12],
      ['柏树镇', 'Baishu', 11],
      ['凤山镇', 'Fengshan', 11],
      ['竹溪镇', 'Zhuxi', 7],
      ['梅岭镇', 'Meiling', 6],
      ['龙潭镇', 'Longtan', -1],
      ['白沙镇', 'Baisha', 0],
    ],
  ],
  [
    'nanping',
    '南屏县',
    'Nanping',
    21,
    [
      ['南屏镇', 'Nanping Market', 13],
      ['桃源镇', 'Taoyuan', 16],
      ['铜鼓镇', 'Tonggu', 5],
      ['双桥镇', 'Shuangqiao', 5],
      ['太平镇', 'Taiping', 5],
      ['鹤鸣镇', 'Heming', 4],
      ['北坡镇', 'Beipo', 4],
    ],
  ],
  [
    'songling',
    '松岭县',
    'Songling',
    19,
    [
      ['雪峰镇', 'Xuefeng', 4],
      ['鹿鸣镇', 'Luming', 16],
      ['木兰镇', 'Mulan', 13],
      ['银杏街道', 'Yinxing', 5],
      ['柳浦街道', 'Liupu', 3],
      ['松岭镇', 'Songling Town', 3],
      ['新店镇', 'Xindian', 2],
    ],
  ],
]
