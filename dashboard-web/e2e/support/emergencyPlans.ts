/** Plans of the twelve kinds for tests: the fire in full, the others in short. */
import {
  EMERGENCY_KINDS,
  type EmergencyKind,
  type EmergencyRole,
  type EventSeverity,
  type Instruction,
} from '../../src/wire/emergency'
import type { Name } from '../../src/wire/name'

type StepDraft = readonly [
  id: string,
  zh: string,
  en: string,
  role: EmergencyRole,
  seconds: number,
  after?: readonly string[],
  contact?: string,
]

const FIRE_STEPS: readonly StepDraft[] = [
  ['call-119', '拨打 119，说明地点和火情', 'Call 119: where, what burns', 'LIAISON', 60, [], '119'],
  ['alarm', '启动广播和警报', 'Start the alarm and the announcement', 'COMMANDER', 60],
  ['power', '切断起火区域电源', 'Cut the power of the area', 'TECHNICAL', 120],
  ['evacuate', '引导群众从安全出口撤离', 'Lead people out by the exits', 'EVACUATION', 180, ['alarm']],
  ['clear', '逐区清查，确认无人滞留', 'Search each zone, confirm it is empty', 'EVACUATION', 300, ['evacuate']],
  ['muster', '集合点清点人数', 'Count people at the assembly place', 'SERVICE', 420, ['evacuate']],
  ['meet', '在入口接引消防车', 'Meet the fire brigade at the entrance', 'SECURITY', 300, ['call-119']],
]

const OTHER_STEPS: readonly StepDraft[] = [
  ['report', '报告指挥员和主管部门', 'Report to the commander and the authority', 'LIAISON', 300],
  ['scene', '控制现场，疏导群众', 'Secure the scene, lead people away', 'SECURITY', 180],
  ['record', '保留影像和记录', 'Keep recordings and notes', 'PUBLICITY', 900, ['scene']],
]

const KINDS: Readonly<Record<EmergencyKind, readonly [string, string, Instruction, EventSeverity]>> = {
  FIRE: ['火警', 'Fire', 'EVACUATE', 'LARGE'],
  EXPLOSION: ['爆炸', 'Explosion', 'EVACUATE', 'SERIOUS'],
  GAS_LEAK: ['毒气泄漏', 'Gas leak', 'EVACUATE', 'SERIOUS'],
  DANGEROUS_GOODS: ['危险物品', 'Dangerous goods', 'EVACUATE', 'LARGE'],
  SUDDEN_ILLNESS: ['突发疾病', 'Sudden illness', 'NONE', 'ORDINARY'],
  ACCIDENTAL_INJURY: ['意外伤害', 'Accidental injury', 'NONE', 'ORDINARY'],
  PUBLIC_ORDER: ['治安事件', 'Public-order incident', 'KEEP_AWAY', 'ORDINARY'],
  MASS_INCIDENT: ['群体性事件', 'Mass incident', 'KEEP_AWAY', 'LARGE'],
  EPIDEMIC: ['重大呼吸道疫情', 'Respiratory epidemic', 'KEEP_AWAY', 'LARGE'],
  NATURAL_DISASTER: ['自然灾害', 'Natural disaster', 'SHELTER', 'LARGE'],
  UTILITY_FAILURE: ['停水停电', 'Water or power failure', 'NONE', 'ORDINARY'],
  NETWORK_FAILURE: ['网络或系统故障', 'Network failure', 'NONE', 'ORDINARY'],
}

const ACTIONS: Readonly<Record<Instruction, Name>> = {
  EVACUATE: { zh: '请立即撤离', en: 'Leave now' },
  SHELTER: { zh: '请就地避险', en: 'Take shelter' },
  KEEP_AWAY: { zh: '请勿靠近', en: 'Keep away' },
  NONE: { zh: '请听从工作人员引导', en: 'Follow the staff' },
}

const RULES: Readonly<Record<Instruction, readonly Name[]>> = {
  EVACUATE: [
    { zh: '不乘电梯', en: 'No lifts' },
    { zh: '不回头取物', en: 'Leave belongings' },
  ],
  SHELTER: [
    { zh: '远离门窗', en: 'Away from windows' },
    { zh: '护住头颈', en: 'Cover head and neck' },
    { zh: '不要外出', en: 'Stay inside' },
  ],
  KEEP_AWAY: [{ zh: '绕行', en: 'Take another way' }],
  NONE: [],
}

export interface Plan {
  readonly title: Name
  readonly severity: EventSeverity
  readonly instruction: Instruction
  readonly wholeHall: boolean
  readonly stopsService: boolean
  readonly endNeedsTwo: boolean
  readonly steps: readonly {
    readonly id: string
    readonly title: Name
    readonly role: EmergencyRole
    readonly contact?: string
    readonly targetSeconds: number
    readonly after: readonly string[]
  }[]
  readonly wall: { readonly action: Name; readonly elsewhere: Name; readonly rules: readonly Name[] }
  readonly firstReportSeconds: number
  readonly followUpSeconds: number
  readonly finalReportSeconds: number
  readonly basis: string
  readonly edition: number
}

export const PLANS = Object.fromEntries(
  EMERGENCY_KINDS.map((kind): [EmergencyKind, Plan] => {
    const [zh, en, instruction, severity] = KINDS[kind]
    const leaves = instruction === 'EVACUATE' || instruction === 'SHELTER'
    const steps = (kind === 'FIRE' ? FIRE_STEPS : OTHER_STEPS).map(
      ([id, zh, en, role, targetSeconds, after, contact]) => ({
        id,
        title: { zh, en },
        role,
        targetSeconds,
        after: after ?? [],
        ...(contact && { contact }),
      }),
    )
    const plan = {
      title: { zh, en },
      severity,
      instruction,
      wholeHall: leaves,
      stopsService: instruction !== 'NONE',
      endNeedsTwo: leaves,
      steps,
      wall: {
        action: ACTIONS[instruction],
        elsewhere: { zh: '请勿前往 {zone}', en: 'Keep away from {zone}' },
        rules: RULES[instruction],
      },
      firstReportSeconds: 3_600,
      followUpSeconds: 86_400,
      finalReportSeconds: 86_400,
      basis: kind === 'FIRE' ? '突发事件应对法第六十一条、第七十八条' : 'team default',
      edition: 0,
    }
    return [kind, plan]
  }),
) as Readonly<Record<EmergencyKind, Plan>>
